package dev.edaworkshop.testkit.run;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** AWS SDK clients for one account of the local cloud; each is made when first asked for, one thread at a time. */
final class LabClients implements AutoCloseable {
    private final URI endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final Map<Class<?>, SdkClient> made = new HashMap<>();

    LabClients(URI endpoint, String region, String accessKey) {
        this.endpoint = endpoint;
        this.region = Region.of(region);
        credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "local"));
    }

    SnsClient sns() {
        return client(SnsClient.class, SnsClient::builder);
    }

    SqsClient sqs() {
        return client(SqsClient.class, SqsClient::builder);
    }

    LambdaClient lambda() {
        return client(LambdaClient.class, LambdaClient::builder);
    }

    EventBridgeClient events() {
        return client(EventBridgeClient.class, EventBridgeClient::builder);
    }

    DynamoDbClient dynamoDb() {
        return client(DynamoDbClient.class, DynamoDbClient::builder);
    }

    CognitoIdentityProviderClient cognito() {
        return client(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
    }

    S3Client s3() {
        // Buckets are no host names on 127.0.0.1.
        return client(S3Client.class, () -> S3Client.builder().forcePathStyle(true));
    }

    private synchronized <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkClient> C client(
            Class<C> type, Supplier<B> builder) {
        return type.cast(made.computeIfAbsent(type, key -> build(builder)));
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
        made.values().forEach(SdkClient::close);
        http.close();
    }
}
