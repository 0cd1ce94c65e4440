package dev.edaworkshop.lab5.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.lab5.product.WriteRefusedException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTest {

    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            EdgeTest.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> "request-1");

    private final List<String> log = new ArrayList<>();
    private final Edge edge =
            new Edge(new RequestLog("admin", log::add, InstantSource.fixed(Instant.parse("2026-11-28T09:15:00Z"))));

    @Test
    void answers_with_the_clients_correlation_id_and_logs_it() throws JsonProcessingException {
        APIGatewayV2HTTPResponse response = handle(request("c-1"), request -> Answer.noContent());

        assertThat(response.getStatusCode()).isEqualTo(204);
        assertThat(response.getHeaders()).containsEntry("x-correlation-id", "c-1");
        assertThat(line().path("correlation_id").asText()).isEqualTo("c-1");
        assertThat(line().path("request_id").asText()).isEqualTo("request-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "{\"a\": 1}"})
    void makes_an_id_of_its_own_if_the_clients_would_break_a_log_line(String given) {
        APIGatewayV2HTTPResponse response = handle(request(given), request -> Answer.noContent());

        assertThat(response.getHeaders().get("x-correlation-id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void a_wrong_request_is_answered_with_everything_that_is_wrong() throws JsonProcessingException {
        APIGatewayV2HTTPResponse response = handle(request("c-1"), request -> {
            throw new InvalidRequestException(
                    List.of(new FieldError("sku", "is missing"), new FieldError("name", "is blank")));
        });

        assertThat(response.getStatusCode()).isEqualTo(400);
        assertThat(response.getHeaders()).containsEntry("content-type", "application/problem+json");
        assertThat(Json.read(response.getBody()).path("errors")).hasSize(2);
    }

    @Test
    void a_product_that_others_are_changing_is_answered_409() throws JsonProcessingException {
        APIGatewayV2HTTPResponse response = handle(request("c-1"), request -> {
            throw new WriteRefusedException("p-1");
        });

        assertThat(response.getStatusCode()).isEqualTo(409);
        assertThat(Json.read(response.getBody()).path("type").asText())
                .isEqualTo("urn:harbour-goods:problem:product-contended");
    }

    @Test
    void a_body_that_is_larger_than_any_product_is_answered_413() {
        APIGatewayV2HTTPEvent event = request("c-1");
        event.setBody("x".repeat(Request.MOST_BYTES + 1));

        assertThat(handle(event, request -> Answer.json(200, Json.object().put("body", request.body())))
                        .getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void what_nobody_understood_is_in_the_log_with_its_stack_trace() throws JsonProcessingException {
        APIGatewayV2HTTPResponse response = handle(request("c-1"), request -> {
            throw new IllegalStateException("the hold is full");
        });

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(line().path("level").asText()).isEqualTo("ERROR");
        assertThat(line().path("stack_trace").asText()).contains("the hold is full", "EdgeTest");
    }

    @Test
    void the_line_is_a_metric_in_the_embedded_format() throws JsonProcessingException {
        handle(request("c-1"), request -> Answer.noContent());

        JsonNode directive = line().at("/_aws/CloudWatchMetrics/0");
        assertThat(directive.path("Namespace").asText()).isEqualTo("HarbourGoods/Catalogue");
        for (JsonNode metric : directive.path("Metrics")) {
            assertThat(line().path(metric.path("Name").asText()).isNumber()).isTrue();
        }
        for (JsonNode dimension : directive.at("/Dimensions/0")) {
            assertThat(line().path(dimension.asText()).isTextual()).isTrue();
        }
        assertThat(line().at("/_aws/Timestamp").asLong()).isEqualTo(1795857300000L);
    }

    private APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Function<Request, Answer> application) {
        return edge.handle(event, CONTEXT, application);
    }

    private JsonNode line() throws JsonProcessingException {
        assertThat(log).hasSize(1);
        return Json.read(log.getFirst());
    }

    private static APIGatewayV2HTTPEvent request(String correlationId) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("PUT /products/{id}")
                .withPathParameters(Map.of("id", "p-1"))
                .withHeaders(Map.of("x-correlation-id", correlationId))
                .build();
    }
}
