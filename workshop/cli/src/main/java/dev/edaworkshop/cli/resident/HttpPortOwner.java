package dev.edaworkshop.cli.resident;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks whoever listens, over HTTP: our own local cloud says who it is, and so do the emulators people know. */
public final class HttpPortOwner implements PortOwner {
    /** Where a resident answers {@link #introduction}. */
    public static final String PATH = "/_lab";

    private static final String NAME = "event-driven-workshop";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What a resident answers at {@link #PATH}, as {@code application/json}. */
    public static String introduction(Path project) {
        return Json.print(Json.object()
                .put("name", NAME)
                .put("pid", ProcessHandle.current().pid())
                .put("project", project.toString()));
    }

    @Override
    public Owner of(int port) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            Optional<Owner> workshop = workshop(get(client, port, PATH));
            if (workshop.isPresent()) {
                return workshop.get();
            }
            boolean localStack = get(client, port, "/_localstack/health").statusCode() == 200;
            return new Owner.Other(
                    localStack ? "LocalStack (or an emulator that speaks like it)" : "another HTTP server");
        } catch (ConnectException e) {
            return new Owner.Nobody();
        } catch (IOException e) {
            return new Owner.Other("a program that does not speak HTTP");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Owner.Other("a program that did not answer in time");
        }
    }

    private static HttpResponse<String> get(HttpClient client, int port, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<Owner> workshop(HttpResponse<String> response) {
        try {
            JsonNode json = Json.parse(response.body());
            return json.path("name").asText().equals(NAME)
                    ? Optional.of(new Owner.Workshop(
                            json.path("pid").asLong(), json.path("project").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
