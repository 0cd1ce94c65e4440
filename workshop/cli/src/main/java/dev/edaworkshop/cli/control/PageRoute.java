package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers what the workshop's page asks beyond what the other commands ask. */
interface PageRoute {
    void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException;

    /** Answers, and says in words what is wrong with a request that cannot be answered. */
    default void answerOrRefuse(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
        try {
            answer(request, response, workplace);
        } catch (LabException e) {
            response.status(Status.CONFLICT_409).send("%s %s %s".formatted(e.what(), e.where(), e.next()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            response.status(Status.BAD_REQUEST_400).send("This request makes no sense here: " + e.getMessage());
        } catch (UncheckedIOException e) {
            response.status(Status.INTERNAL_SERVER_ERROR_500)
                    .send("The workshop could not read or write its files: " + e.getMessage());
        }
    }

    /** What the page wants; an empty object if it only asks. */
    static JsonNode wanted(HttpRequest request) throws JsonProcessingException {
        return request.text().isEmpty() ? Json.object() : Json.parse(request.text());
    }

    static void json(ServerResponse response, JsonNode answer) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(answer.toString());
    }
}
