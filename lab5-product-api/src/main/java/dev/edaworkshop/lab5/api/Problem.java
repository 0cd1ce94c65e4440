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

    /**
     * TODO 5.3  Fail on purpose: what the client hears.
     *
     * <p>Whatever went wrong, the client gets a 500 with the exception in it. Nobody can tell a missing product from a
     * broken table, and everybody learns which libraries the shop uses. Give each kind of failure its status:
     *
     * <pre>
     * {@link ProductNotFoundException}     404
     * {@link ProductExistsException}       409
     * {@link VersionConflictException}     412
     * {@link StoreUnavailableException}    503, with the header retry-after (500 is right, too)
     * anything else                        500
     * </pre>
     *
     * <p>The first three were written for a client. What the others say belongs in the log, which has it already.
     *
     * <p>Check: ./lab check 5.3
     *
     * <p>Read: guide/lab5-product-api.md#53-fail-on-purpose
     */
    private static Problem translated(RuntimeException failure) {
        return problem(500, "internal-error", "Something went wrong", failure.toString());
    }

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
