package dev.edaworkshop.lab3.terminals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab3.given.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Asks the catalogue to sell something new, so that you can see who hears of it.
 *
 * <p>It does not publish by itself: the catalogue is the only one who says anything about products.
 */
public final class Playground {

    private static final String START = "./lab run 3 playground \"Wooden boat\" toys";

    public static void main(String[] args) {
        String function = System.getenv("CATALOGUE_FUNCTION");
        if (function == null || function.isBlank()) {
            System.err.printf("CATALOGUE_FUNCTION is not set. Start this program with: %s%n", START);
            System.exit(2);
        }
        List<String> words = List.of(args);
        String product = words.isEmpty() ? "Wooden boat" : words.getFirst();
        String category = words.size() < 2 ? "toys" : words.get(1);
        try (LambdaClient lambda = LambdaClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            InvokeResponse answer = lambda.invoke(request ->
                    request.functionName(function).payload(SdkBytes.fromUtf8String(create(product, category))));
            System.out.printf("The catalogue answers: %s%n", answer.payload().asUtf8String());
            if (answer.functionError() != null) {
                System.exit(1);
            }
        } catch (SdkClientException e) {
            System.err.printf("Not asked: %s%nIs the shop running? Look at ./lab start 3.%n", e.getMessage());
            System.exit(1);
        }
    }

    static String create(String product, String category) {
        String sku = "PLAY-" + product.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        ObjectNode command = Json.MAPPER.createObjectNode().put("command", "create");
        command.putObject("product")
                .put("product_id", "p-" + sku.toLowerCase(Locale.ROOT))
                .put("sku", sku)
                .put("name", product)
                .put("category", category)
                .put("price", new BigDecimal("24.90"))
                .put("region", "eu");
        return command.toString();
    }

    private Playground() {}
}
