package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.iam.Decision;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.HttpParameters;

/** Calls API destinations, and waits for their answer: five seconds at most, as AWS does. */
final class ApiDestinationCaller {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String INVOKE = "events:InvokeApiDestination";
    /** Besides 5xx, the answers that may be better next time. */
    private static final Set<Integer> RETRYABLE = Set.of(401, 407, 409, 429);

    private final ApiDestinations destinations;
    private final AccountContext account;

    ApiDestinationCaller(ApiDestinations destinations, AccountContext account) {
        this.destinations = destinations;
        this.account = account;
    }

    /** @param parameters of the target */
    DeliveryReceipt call(Delivery delivery, Optional<HttpParameters> parameters) {
        Optional<ApiDestination> destination = destinations.destination(delivery.targetArn());
        Optional<Connection> connection = destination.flatMap(
                found -> destinations.connection(found.settings().connectionArn()));
        if (destination.isEmpty() || connection.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "NO_RESOURCE",
                    "The API destination %s or its connection does not exist.".formatted(delivery.targetArn()),
                    false);
        }
        if (account.iam().decide(delivery.sender(), INVOKE, delivery.targetArn(), Map.of())
                instanceof Decision.Denied denied) {
            return new DeliveryReceipt.Refused(
                    "NO_PERMISSIONS", denied.message(delivery.sender(), INVOKE, delivery.targetArn()), false);
        }
        HttpRequest request = request(
                destination.get(),
                connection.get(),
                parameters.orElseGet(() -> HttpParameters.builder().build()),
                delivery.body());
        DeliveryReceipt receipt = send(request);
        if (receipt instanceof DeliveryReceipt.Accepted) {
            delivery.recordIn(account.journal());
        }
        return receipt;
    }

    private static DeliveryReceipt send(HttpRequest request) {
        try {
            HttpResponse<String> response = Client.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            int status = response.statusCode();
            if (status / 100 == 2) {
                return new DeliveryReceipt.Accepted(String.valueOf(status));
            }
            return new DeliveryReceipt.Refused(
                    status == 429 ? "THROTTLING" : "ERROR_FROM_TARGET",
                    "%s %s answered with status %d.".formatted(request.method(), request.uri(), status),
                    status >= 500 || RETRYABLE.contains(status));
        } catch (HttpTimeoutException e) {
            return failed(request, "TIMEOUT", "did not answer within %d s".formatted(PATIENCE.toSeconds()));
        } catch (IOException e) {
            return failed(request, "CONNECTION_FAILURE", "could not be reached: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(request, "TIMEOUT", "was not waited for: the local cloud ends");
        }
    }

    private static DeliveryReceipt failed(HttpRequest request, String code, String how) {
        return new DeliveryReceipt.Refused(code, "%s %s %s.".formatted(request.method(), request.uri(), how), true);
    }

    private static HttpRequest request(
            ApiDestination destination, Connection connection, HttpParameters parameters, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "Content-Type", "application/json; charset=utf-8");
        put(headers, "User-Agent", "Amazon/EventBridge/ApiDestinations");
        put(headers, "Range", "bytes=0-1048575");
        parameters.headerParameters().forEach((name, value) -> put(headers, name, value));
        connection.headers().forEach(header -> put(headers, header.getKey(), header.getValue()));
        var proof = connection.authorization().header();
        put(headers, proof.getKey(), proof.getValue());

        HttpRequest.Builder request = HttpRequest.newBuilder(uri(destination, connection, parameters))
                .timeout(PATIENCE)
                .method(destination.settings().method(), HttpRequest.BodyPublishers.ofString(body(connection, body)));
        headers.forEach(request::header);
        return request.build();
    }

    /** What is put later wins; names of headers do not differ by case. */
    private static void put(Map<String, String> headers, String name, String value) {
        headers.keySet().removeIf(known -> known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        headers.put(name, value);
    }

    private static URI uri(ApiDestination destination, Connection connection, HttpParameters parameters) {
        String url = destination.settings().endpoint();
        for (String value : parameters.pathParameterValues()) {
            url = url.replaceFirst("\\*", Matcher.quoteReplacement(encoded(value)));
        }
        Map<String, String> query = new LinkedHashMap<>(parameters.queryStringParameters());
        connection.query().forEach(parameter -> query.put(parameter.getKey(), parameter.getValue()));
        StringBuilder whole = new StringBuilder(url);
        query.forEach((name, value) -> whole.append(whole.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return URI.create(whole.toString());
    }

    private static String body(Connection connection, String body) {
        if (connection.body().isEmpty()) {
            return body;
        }
        Optional<ObjectNode> object = EventJson.object(body);
        object.ifPresent(
                node -> connection.body().forEach(parameter -> node.put(parameter.getKey(), parameter.getValue())));
        return object.map(EventJson::write).orElse(body);
    }

    private static String encoded(@Nullable String text) {
        return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** Made at the first call: a client costs half a second, and most clouds never need it. */
    private static final class Client {
        static final HttpClient HTTP = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }
}
