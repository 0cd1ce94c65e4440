package dev.edaworkshop.cli.playground;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends events with AWS's own SDK to the cloud at an address. */
public final class Sender implements AutoCloseable {
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final URI endpoint;
    private final Region region;

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
        try (SnsClient sns = SnsClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials())
                .httpClient(http)
                .build()) {
            return new Receipt.Accepted(sns.publish(request ->
                            request.topicArn(topicArn).message(event.body()).messageAttributes(attributes))
                    .messageId());
        }
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
        try (SqsClient sqs = SqsClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials())
                .httpClient(http)
                .build()) {
            return new Receipt.Accepted(sqs.sendMessage(request ->
                            request.queueUrl(queueUrl).messageBody(event.body()).messageAttributes(attributes))
                    .messageId());
        }
    }

    private Receipt put(ShopEvent event, String busArn) {
        try (EventBridgeClient bus = EventBridgeClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials())
                .httpClient(http)
                .build()) {
            PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                    .eventBusName(busArn)
                    .source(event.attributes().getOrDefault("source", ShopEvent.SOURCE))
                    .detailType(event.name())
                    .detail(event.body())
                    .build();
            PutEventsResultEntry result =
                    bus.putEvents(request -> request.entries(entry)).entries().getFirst();
            return result.errorCode() == null
                    ? new Receipt.Accepted(result.eventId())
                    : new Receipt.Refused("%s: %s".formatted(result.errorCode(), result.errorMessage()));
        }
    }

    private static AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    }

    @Override
    public void close() {
        http.close();
    }
}
