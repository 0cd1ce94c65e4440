package dev.edaworkshop.lab5.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.edaworkshop.testkit.DeployedLab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

/** The catalogue's API as its clients see it: anybody, or somebody of the back office who has signed in. */
final class Shop implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;
    private final LoggedErrors errors;

    private Shop(String url, String token, LoggedErrors errors) {
        this.url = url.replaceAll("/$", "");
        this.token = token;
        this.errors = errors;
    }

    /** Opens the shop, and signs somebody of the back office in. */
    static Shop open(DeployedLab lab) {
        return new Shop(lab.output("ApiUrl"), signIn(lab), new LoggedErrors(lab));
    }

    private static String signIn(DeployedLab lab) {
        String pool = lab.output("UserPoolId");
        String name = "kim";
        String password = "Harbour-Goods-1";
        lab.cognito().adminCreateUser(request -> request.userPoolId(pool).username(name));
        lab.cognito().adminSetUserPassword(request -> request.userPoolId(pool)
                .username(name)
                .password(password)
                .permanent(true));
        return lab.cognito()
                .initiateAuth(request -> request.clientId(lab.output("UserPoolClientId"))
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(Map.of("USERNAME", name, "PASSWORD", password)))
                .authenticationResult()
                .accessToken();
    }

    /** As anybody may. */
    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply staffGet(String path, String... headers) {
        return send("GET", path, "", asStaff(headers));
    }

    Reply put(String path, String body, String... headers) {
        return send("PUT", path, body, asStaff(headers));
    }

    Reply delete(String path, String... headers) {
        return send("DELETE", path, "", asStaff(headers));
    }

    /** Without a token. */
    Reply anonymousPut(String path, String body) {
        return send("PUT", path, body);
    }

    private String[] asStaff(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "authorization";
        all[headers.length + 1] = "Bearer " + token;
        return all;
    }

    private Reply send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(method + " " + path, response, errors);
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s got no answer".formatted(method, path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was cancelled", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /**
     * What the shop answered.
     *
     * @param request what was asked, as people say it: {@code GET /products/p-1}
     * @param errors what it did not answer
     */
    record Reply(String request, HttpResponse<String> response, LoggedErrors errors) {

        static final String CORRELATION_ID = "x-correlation-id";

        int status() {
            return response.statusCode();
        }

        /** Status and body and, if our side failed, in more lines why. */
        String inWords() {
            return "%d %s%s".formatted(status(), body(), why());
        }

        /** What the function failed with; empty if it did not. */
        String why() {
            return isFailure() ? errors.why(header(CORRELATION_ID)) : "";
        }

        boolean isFailure() {
            return status() >= 500;
        }

        boolean isSuccess() {
            return status() / 100 == 2;
        }

        String body() {
            return response.body();
        }

        /** Empty if there is no such header. */
        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** A body that is not JSON has no fields. */
        JsonNode json() {
            try {
                return JSON.readTree(body());
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
