package dev.edaworkshop.cli.playground;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Sends events with AWS's own SDK to the cloud at an address. */
public final class Sender implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final URI endpoint;
    private final Region region;
    private @Nullable SnsClient sns;
    private @Nullable SqsClient sqs;
    private @Nullable EventBridgeClient bus;

    public Sender(URI endpoint, String region) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
    }

    /** A refusal is a receipt, not an exception. */
    public Receipt send(ShopEvent event, Target target) {
        try {
            return switch (target) {
                case Target.Topic topic -> publish(event, topic.address());
                case Target.Queue queue -> enqueue(event, queue.address());
                case Target.Bus bus -> put(event, bus.address());
            };
        } catch (AwsServiceException e) {
            return new Receipt.Refused("%s: %s"
                    .formatted(
                            e.awsErrorDetails().errorCode(), e.awsErrorDetails().errorMessage()));
        }
    }

    private Receipt publish(ShopEvent event, String topicArn) {
        Map<String, software.amazon.awssdk.services.sns.model.MessageAttributeValue> attributes = new LinkedHashMap<>();
        event.attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        software.amazon.awssdk.services.sns.model.MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(value)
                                .build()));
        return new Receipt.Accepted(sns().publish(request ->
                        request.topicArn(topicArn).message(event.body()).messageAttributes(attributes))
                .messageId());
    }

    private Receipt enqueue(ShopEvent event, String queueUrl) {
        Map<String, software.amazon.awssdk.services.sqs.model.MessageAttributeValue> attributes = new LinkedHashMap<>();
        event.attributes()
                .forEach((name, value) -> attributes.put(
                        name,
                        software.amazon.awssdk.services.sqs.model.MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(value)
                                .build()));
        return new Receipt.Accepted(sqs().sendMessage(request ->
                        request.queueUrl(queueUrl).messageBody(event.body()).messageAttributes(attributes))
                .messageId());
    }

    private Receipt put(ShopEvent event, String busArn) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName(busArn)
                .source(event.attributes().getOrDefault("source", ShopEvent.SOURCE))
                .detailType(event.name())
                .detail(event.body())
                .build();
        PutEventsResultEntry result =
                bus().putEvents(request -> request.entries(entry)).entries().getFirst();
        return result.errorCode() == null
                ? new Receipt.Accepted(result.eventId())
                : new Receipt.Refused("%s: %s".formatted(result.errorCode(), result.errorMessage()));
    }

    /** Starts to move the messages of a dead-letter queue back to where they came from; the receipt names the task. */
    public Receipt moveBack(String deadLetterQueueArn) {
        try {
            return new Receipt.Accepted(sqs().startMessageMoveTask(request -> request.sourceArn(deadLetterQueueArn))
                    .taskHandle());
        } catch (AwsServiceException e) {
            return new Receipt.Refused(e.awsErrorDetails().errorMessage());
        }
    }

    /** Made once, when it is needed: making a client takes longer than sending an event. */
    private SnsClient sns() {
        SnsClient client = sns == null ? configured(SnsClient.builder()).build() : sns;
        sns = client;
        return client;
    }

    private SqsClient sqs() {
        SqsClient client = sqs == null ? configured(SqsClient.builder()).build() : sqs;
        sqs = client;
        return client;
    }

    private EventBridgeClient bus() {
        EventBridgeClient client =
                bus == null ? configured(EventBridgeClient.builder()).build() : bus;
        bus = client;
        return client;
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
        return builder.endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials())
                .httpClient(http);
    }

    private static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }

    @Override
    public void close() {
        Stream.of(Optional.ofNullable(sns), Optional.ofNullable(sqs), Optional.ofNullable(bus))
                .flatMap(Optional::stream)
                .forEach(SdkAutoCloseable::close);
        http.close();
    }
}
