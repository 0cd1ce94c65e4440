package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Whether a client may call. */
public sealed interface Access {
    /** @param authorizer what goes into the event's {@code requestContext.authorizer}; may be empty */
    record Granted(ObjectNode authorizer) implements Access {
        /** Without anything to know about the client. */
        public static Granted toAnybody() {
            return new Granted(JsonNodeFactory.instance.objectNode());
        }
    }

    /** @param answer what the client gets instead */
    record Refused(Answer answer) implements Access {}
}
