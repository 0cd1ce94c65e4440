package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Error bodies of the JSON protocols. */
public final class JsonError {
    private JsonError() {}

    /** As AWS JSON answers: the error's name in {@code __type}. */
    public static HttpResponse response(String contentType, int status, String type, String message) {
        return HttpResponse.of(
                status,
                contentType,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", type)
                        .put("message", message)
                        .toString());
    }
}
