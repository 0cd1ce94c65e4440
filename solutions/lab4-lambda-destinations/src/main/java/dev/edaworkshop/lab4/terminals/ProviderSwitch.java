package dev.edaworkshop.lab4.terminals;

import dev.edaworkshop.lab4.given.ProviderBooks;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Lets the payment provider go down, lose its next answer, or come back. */
public final class ProviderSwitch {

    private static final String HELP = """
            Usage: ./lab run 4 provider up|down|answer-lost

              up            everything works
              down          the provider cannot be reached, until it is up again
              answer-lost   the next charge is made, and its answer does not arrive

            A card whose name begins with "declined" is declined, whatever the switch says.
            """;

    public static void main(String[] args) {
        String mode = args.length == 1 ? args[0] : "";
        String times =
                switch (mode) {
                    case "up" -> "0";
                    case "down" -> "1000000";
                    case "answer-lost" -> "1";
                    default -> "";
                };
        if (times.isEmpty()) {
            System.err.print(HELP);
            System.exit(2);
        }
        String table = Environment.require("PROVIDER_TABLE", "./lab run 4 provider " + mode);
        try (DynamoDbClient dynamoDb = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(Map.of(
                            "entry", AttributeValue.fromS(ProviderBooks.SWITCH),
                            "mode", AttributeValue.fromS(mode),
                            "times", AttributeValue.fromN(times))));
            System.out.printf("The payment provider is set to %s%n", mode);
        } catch (SdkClientException e) {
            System.err.printf("Not switched: %s%nIs the shop running? Look at ./lab start 4.%n", e.getMessage());
            System.exit(1);
        }
    }

    private ProviderSwitch() {}
}
