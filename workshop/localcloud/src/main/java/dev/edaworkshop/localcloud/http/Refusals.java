package dev.edaworkshop.localcloud.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import org.jspecify.annotations.Nullable;

/** Answers in AWS's form to what is no request at all, or too large for one, and never reaches a service. */
final class Refusals {
    private Refusals() {}

    static DirectHandlers directHandlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, Refusals::refuse);
        }
        return handlers.build();
    }

    private static TransportResponse refuse(
            DirectHandler.TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            @Nullable String message) {
        String code = status.family() == Status.Family.SERVER_ERROR
                ? "InternalFailure"
                : status.code() == 413 ? "RequestEntityTooLarge" : "BadRequest";
        return TransportResponse.builder()
                .status(status)
                .headers(headers)
                .header(HeaderNames.CONTENT_TYPE, "text/xml")
                .entity(Router.xml(code, message == null || message.isBlank() ? status.reasonPhrase() : message))
                .build();
    }
}
