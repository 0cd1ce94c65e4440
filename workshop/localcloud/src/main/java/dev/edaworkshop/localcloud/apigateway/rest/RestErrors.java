package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.util.Optional;

/** What a REST API answers by itself, in the words that the API wants. */
record RestErrors(Definition definition, Exchange exchange) {
    Answer answer(GatewayError error, String why) {
        return answer(error, error.message(), why);
    }

    /** @param message empty for none, which AWS writes as null */
    Answer answer(GatewayError error, String message, String why) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // AWS writes this one with a capital letter.
        String member = error == GatewayError.ACCESS_DENIED ? "Message" : "message";
        body.put(member, message.isEmpty() ? null : message);
        // AWS puts a space there, and clients compare texts.
        String text = error == GatewayError.INTEGRATION_FAILURE || error == GatewayError.API_CONFIGURATION_ERROR
                ? "{\"message\": \"" + message + "\"}"
                : body.toString();
        WebResponse usual = WebResponse.json(error.status(), text).with("x-amzn-ErrorType", error.type());
        Optional<GatewayResponse> wording = definition.wording(error);
        return new Answer(
                wording.map(words -> words.applyTo(usual, error, message, why, exchange.requestId()))
                        .orElse(usual),
                why);
    }
}
