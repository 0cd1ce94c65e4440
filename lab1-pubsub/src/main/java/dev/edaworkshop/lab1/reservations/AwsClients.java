package dev.edaworkshop.lab1.reservations;

import dev.edaworkshop.lab1.EventPublisher;
import dev.edaworkshop.lab1.SnsEventPublisher;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The outside world of a function in AWS: clients that find everything they need in the environment. */
final class AwsClients {

    static Stock stock() {
        Map<String, String> environment = System.getenv();
        return new DynamoDbStock(
                DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                environment.getOrDefault("STOCK_TABLE", ""),
                environment.getOrDefault("HANDLED_EVENTS_TABLE", ""));
    }

    static EventPublisher events() {
        return SnsEventPublisher.fromEnvironment(
                SnsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                System.getenv());
    }

    private AwsClients() {}
}
