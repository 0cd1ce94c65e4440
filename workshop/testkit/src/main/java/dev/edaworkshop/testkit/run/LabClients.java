package dev.edaworkshop.testkit.run;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS SDK clients for one account of the local cloud; each is made when first asked for, one thread at a time. */
final class LabClients implements AutoCloseable {
    private final URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private @Nullable SnsClient sns;
    private @Nullable SqsClient sqs;
    private @Nullable LambdaClient lambda;

    LabClients(URI endpoint, String region, String accessKey) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
        credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "local"));
    }

    synchronized SnsClient sns() {
        if (sns == null) {
            sns = build(SnsClient::builder);
        }
        return sns;
    }

    synchronized SqsClient sqs() {
        if (sqs == null) {
            sqs = build(SqsClient::builder);
        }
        return sqs;
    }

    synchronized LambdaClient lambda() {
        if (lambda == null) {
            lambda = build(LambdaClient::builder);
        }
        return lambda;
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C build(Supplier<B> builder) {
        return builder.get()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .httpClient(http)
                .build();
    }

    @Override
    public synchronized void close() {
        if (sns != null) {
            sns.close();
        }
        if (sqs != null) {
            sqs.close();
        }
        if (lambda != null) {
            lambda.close();
        }
        http.close();
    }
}
