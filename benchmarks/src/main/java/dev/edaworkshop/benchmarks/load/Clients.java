package dev.edaworkshop.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS's own clients for one endpoint; each of them may be used by many threads.
 *
 * <p>They use the SDK's Apache client: Java's own URL connection waits a millisecond before each request that it sends on a
 * connection it has used before, to find out whether the connection still lives.
 */
record Clients(URI endpoint, SnsClient sns, SqsClient sqs, EventBridgeClient events) implements AutoCloseable {
    static Clients of(URI endpoint) {
        return new Clients(
                endpoint,
                at(endpoint, SnsClient.builder()).build(),
                at(endpoint, SqsClient.builder()).build(),
                at(endpoint, EventBridgeClient.builder()).build());
    }

    private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B at(URI endpoint, B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(64).socketTimeout(Duration.ofSeconds(30)));
    }

    @Override
    public void close() {
        sns.close();
        sqs.close();
        events.close();
    }
}
