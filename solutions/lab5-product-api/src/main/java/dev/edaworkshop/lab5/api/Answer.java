package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a client gets.
 *
 * @param body empty if there is none
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("content-type", "application/json"), Json.write(body));
    }

    static Answer problem(Problem problem, String correlationId) {
        return new Answer(
                        problem.status(),
                        Map.of("content-type", "application/problem+json"),
                        Json.write(problem.toJson(correlationId)))
                .with(problem.headers());
    }

    static Answer noContent() {
        return new Answer(204, Map.of(), "");
    }

    Answer with(String header, String value) {
        return with(Map.of(header, value));
    }

    APIGatewayV2HTTPResponse toResponse() {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(headers)
                .withBody(body)
                .build();
    }

    private Answer with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Answer(status, Map.copyOf(all), body);
    }
}
