package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab5.product.ProductExistsException;
import dev.edaworkshop.lab5.product.ProductNotFoundException;
import dev.edaworkshop.lab5.product.StoreUnavailableException;
import dev.edaworkshop.lab5.product.VersionConflictException;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.util.List;
import java.util.Map;

/**
 * Why a request was not carried out, in the words of RFC 9457: for a program to decide by, and for a person to read.
 *
 * @param type ends the URN that names the kind of problem
 */
record Problem(
        int status, String type, String title, String detail, List<FieldError> errors, Map<String, String> headers) {

    /** What the client is told about a failure. */
    static Problem of(RuntimeException failure) {
        return switch (failure) {
            case InvalidRequestException invalid ->
                new Problem(
                        400,
                        "invalid-request",
                        "The request is not valid",
                        "See errors: nothing was changed.",
                        invalid.errors(),
                        Map.of());
            case BodyTooLargeException large -> problem(413, "body-too-large", "The body is too large", large);
            case WriteRefusedException contended ->
                problem(409, "product-contended", "Others are changing this product", contended);
            default -> translated(failure);
        };
    }

    // begin exercise 5.3
    private static Problem translated(RuntimeException failure) {
        return switch (failure) {
            case ProductNotFoundException missing ->
                problem(404, "product-not-found", "There is no such product", missing);
            case ProductExistsException exists -> problem(409, "product-exists", "Another product has this id", exists);
            case VersionConflictException conflict ->
                problem(412, "version-conflict", "The product was changed by somebody else", conflict);
            // These two exceptions were not written for a client: what they say stays in the log.
            case StoreUnavailableException _ ->
                problem(503, "busy", "The catalogue is busy", "Try again in a second.")
                        .with("retry-after", "1");
            default ->
                problem(500, "internal-error", "Something went wrong", "Quote the correlation id when you report it.");
        };
    }
    // end exercise 5.3

    private static Problem problem(int status, String type, String title, RuntimeException failure) {
        return problem(status, type, title, String.valueOf(failure.getMessage()));
    }

    private static Problem problem(int status, String type, String title, String detail) {
        return new Problem(status, type, title, detail, List.of(), Map.of());
    }

    private Problem with(String header, String value) {
        return new Problem(status, type, title, detail, errors, Map.of(header, value));
    }

    ObjectNode toJson(String correlationId) {
        ObjectNode json = Json.object()
                .put("type", "urn:harbour-goods:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("correlation_id", correlationId);
        if (!errors.isEmpty()) {
            ArrayNode list = json.putArray("errors");
            errors.forEach(error -> list.addObject().put("field", error.field()).put("reason", error.reason()));
        }
        return json;
    }
}
