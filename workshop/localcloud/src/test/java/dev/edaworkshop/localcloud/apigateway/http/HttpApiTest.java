package dev.edaworkshop.localcloud.apigateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.apigateway.ApiFixture;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.Site;
import dev.edaworkshop.localcloud.journal.Hop;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpApiTest {
    private final ApiFixture cloud = new ApiFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_the_event_of_format_2() {
        try (Site site =
                cloud.deploy(new HttpTemplates().route("POST /orders/{id}").json())) {
            site.send(
                    "POST",
                    "orders/4%202?a=1&a=2&b=%26",
                    "{\"sku\":\"1\"}",
                    "Content-Type",
                    "application/json",
                    "X-Twice",
                    "one",
                    "X-Twice",
                    "two",
                    "Cookie",
                    "c1=x; c2=y",
                    "User-Agent",
                    "curl/8");
        }

        JsonNode event = Site.json(cloud.backend.last().payload());
        assertThat(event.path("headers").path("host").asText()).startsWith("127.0.0.1:");
        assertThat(event.path("headers").path("x-twice").asText()).isEqualTo("one,two");
        assertThat(event.path("headers").path("content-type").asText()).isEqualTo("application/json");
        assertThat(event.path("headers").path("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
        assertThat(event.path("headers").has("cookie")).isFalse();
        JsonNode context = event.path("requestContext");
        String api = context.path("apiId").asText();
        String id = context.path("requestId").asText();
        assertThat(id).isNotEmpty();
        assertThat(api).matches("[a-z0-9]{10}");
        ((com.fasterxml.jackson.databind.node.ObjectNode) event).remove("headers");
        assertThat(event).isEqualTo(Site.json("""
                {"version": "2.0", "routeKey": "POST /orders/{id}", "rawPath": "/orders/4%%202", "rawQueryString": "a=1&a=2&b=%%26",
                 "cookies": ["c1=x", "c2=y"], "queryStringParameters": {"a": "1,2", "b": "&"},
                 "requestContext": {"accountId": "000000000000", "apiId": "%1$s",
                   "domainName": "%1$s.execute-api.us-east-1.amazonaws.com", "domainPrefix": "%1$s",
                   "http": {"method": "POST", "path": "/orders/4%%202", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1",
                            "userAgent": "curl/8"},
                   "requestId": "%2$s", "routeKey": "POST /orders/{id}", "stage": "$default",
                   "time": "20/Nov/2026:09:15:00 +0000", "timeEpoch": 1795166100123},
                 "pathParameters": {"id": "4 2"}, "body": "{\\"sku\\":\\"1\\"}", "isBase64Encoded": false}""".formatted(api, id)));
        assertThat(cloud.backend.last().sourceArn())
                .isEqualTo("arn:aws:execute-api:us-east-1:000000000000:%s/$default/POST/orders/{id}".formatted(api));
    }

    @Test
    void format_1_is_like_that_of_REST_APIs() {
        try (Site site = cloud.deploy(
                new HttpTemplates().payloadFormat("1.0").route("ANY /{proxy+}").json())) {
            cloud.backend.answers("Orders", "{\"statusCode\": 200}");
            assertThat(site.get("orders/42?a=1&a=2").statusCode()).isEqualTo(200);
        }

        JsonNode event = Site.json(cloud.backend.last().payload());
        assertThat(event.path("version").asText()).isEqualTo("1.0");
        assertThat(event.path("resource").asText()).isEqualTo("/{proxy+}");
        assertThat(event.path("path").asText()).isEqualTo("/orders/42");
        assertThat(event.path("queryStringParameters")).isEqualTo(Site.json("{\"a\":\"2\"}"));
        assertThat(event.path("multiValueQueryStringParameters")).isEqualTo(Site.json("{\"a\":[\"1\",\"2\"]}"));
        assertThat(event.path("pathParameters")).isEqualTo(Site.json("{\"proxy\":\"orders/42\"}"));
        assertThat(event.get("body").isNull()).isTrue();
        assertThat(event.path("requestContext").get("resourceId").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0} becomes {1} {2} {3}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"ok\":true} | 200 | application/json | {\"ok\":true}",
                "\"hello\" | 200 | application/json | hello",
                "[1,2] | 200 | application/json | [1,2]",
                "{\"statusCode\":201,\"body\":\"made\"} | 201 | text/plain; charset=utf-8 | made",
                "{\"statusCode\":\"404\",\"headers\":{\"Content-Type\":\"text/html\"},\"body\":\"gone\"} | 404 | text/html | gone",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"aGk=\"} | 200 | text/plain; charset=utf-8 | hi",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"%\"} | 500 | application/json | {\"message\":\"Internal Server Error\"}",
                "{\"statusCode\":\"many\"} | 500 | application/json | {\"message\":\"Internal Server Error\"}",
                "{\"statusCode\":200,\"headers\":{\"X\":{}}} | 500 | application/json | {\"message\":\"Internal Server Error\"}",
            })
    void a_result_becomes_a_response(String result, int status, String type, String body) {
        cloud.backend.answers("Orders", result);

        HttpResponse<String> response;
        try (Site site = cloud.deploy(new HttpTemplates().route("GET /orders").json())) {
            response = site.get("orders");
        }

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains(type);
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
        assertThat(response.body()).isEqualTo(body);
    }

    @Test
    void cookies_and_repeated_headers_reach_the_client() {
        cloud.backend.answers("Orders", "{\"statusCode\": 200, \"cookies\": [\"a=1\", \"b=2; Secure\"]}");

        try (Site site = cloud.deploy(new HttpTemplates().route("GET /orders").json())) {
            assertThat(site.get("orders").headers().allValues("set-cookie")).containsExactly("a=1", "b=2; Secure");
        }
    }

    @ParameterizedTest(name = "{0} {1} goes to {2}")
    @CsvSource({
        "GET, pets/dog/1, GET /pets/dog/1",
        "GET, pets/dog/2, 'GET /pets/dog/{id}'",
        "POST, pets/dog/1, 'ANY /pets/{proxy+}'",
        "GET, pets/cat/2, 'ANY /pets/{proxy+}'",
        "GET, cars, $default",
    })
    void the_most_specific_route_is_taken(String method, String path, String route) {
        try (Site site = cloud.deploy(new HttpTemplates()
                .route("$default")
                .route("ANY /pets/{proxy+}")
                .route("GET /pets/dog/{id}")
                .route("GET /pets/dog/1")
                .json())) {
            site.send(method, path, "");
        }

        assertThat(Site.json(cloud.backend.last().payload()).path("routeKey").asText())
                .isEqualTo(route);
    }

    @Test
    void without_a_route_the_answer_is_not_found_and_the_journal_lists_the_routes() {
        HttpResponse<String> response;
        try (Site site = cloud.deploy(new HttpTemplates().route("GET /orders").json())) {
            response = site.send("POST", "orders", "{}");
        }

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(cloud.lastAnswer()).isEqualTo("HTTP 404: no route for POST /orders; the stage has [GET /orders]");
    }

    @Test
    void a_function_that_fails_or_may_not_be_invoked_is_an_internal_error() {
        try (Site site = cloud.deploy(new HttpTemplates().route("GET /orders").json())) {
            cloud.backend.answers("Orders", new Outcome.Failed("java.lang.IllegalStateException: no stock"));
            assertThat(site.get("orders").body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(cloud.lastAnswer())
                    .isEqualTo("HTTP 500: the function failed: java.lang.IllegalStateException: no stock");

            cloud.backend.answers("Orders", new Outcome.Refused("no permission"));
            assertThat(site.get("orders").statusCode()).isEqualTo(500);
            assertThat(cloud.lastAnswer()).isEqualTo("HTTP 500: no permission");

            cloud.backend.answers("Orders", new Outcome.TimedOut("late"));
            HttpResponse<String> late = site.get("orders");
            assertThat(late.statusCode()).isEqualTo(503);
            assertThat(late.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        }
    }

    @Test
    void a_body_of_more_than_10_MB_is_refused() {
        try (Site site = cloud.deploy(new HttpTemplates().route("POST /orders").json())) {
            assertThat(site.send("POST", "orders", "x".repeat(10 * 1024 * 1024 + 1))
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(cloud.backend.invocations()).isEmpty();
    }

    @Test
    void a_stage_lets_through_what_its_throttle_allows() {
        try (Site site = cloud.deploy(new HttpTemplates()
                .stage("\"DefaultRouteSettings\": {\"ThrottlingRateLimit\": 1, \"ThrottlingBurstLimit\": 2}")
                .route("GET /orders")
                .json())) {
            site.get("orders");
            site.get("orders");

            HttpResponse<String> third = site.get("orders");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");

            cloud.clock.advance(Duration.ofSeconds(1));
            assertThat(site.get("orders").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void preflight_requests_are_answered_by_the_API_and_the_functions_own_CORS_headers_are_ignored() {
        cloud.backend.answers(
                "Orders", "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"evil\"}}");
        try (Site site =
                cloud.deploy(new HttpTemplates().cors("""
                        {"AllowOrigins": ["https://shop.example"], "AllowMethods": ["GET", "POST"],
                         "AllowHeaders": ["authorization"], "ExposeHeaders": ["x-total"], "MaxAge": 600}""").route("GET /orders").json())) {

            HttpResponse<String> preflight = site.send(
                    "OPTIONS", "orders", "", "Origin", "https://shop.example", "Access-Control-Request-Method", "GET");
            HttpResponse<String> stranger = site.send(
                    "OPTIONS", "orders", "", "Origin", "https://other", "Access-Control-Request-Method", "GET");
            HttpResponse<String> actual = site.get("orders", "Origin", "https://shop.example");

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("access-control-allow-origin"))
                    .contains("https://shop.example");
            assertThat(preflight.headers().firstValue("access-control-allow-methods"))
                    .contains("GET,POST");
            assertThat(preflight.headers().firstValue("access-control-allow-headers"))
                    .contains("authorization");
            assertThat(preflight.headers().firstValue("access-control-max-age")).contains("600");
            assertThat(stranger.statusCode()).isEqualTo(204);
            assertThat(stranger.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
            assertThat(actual.headers().allValues("access-control-allow-origin"))
                    .containsExactly("https://shop.example");
            assertThat(actual.headers().firstValue("access-control-expose-headers"))
                    .contains("x-total");
            assertThat(cloud.backend.invocations()).hasSize(1);
        }
    }

    @Test
    void the_journal_tells_what_came_in_and_what_went_out() {
        try (Site site = cloud.deploy(new HttpTemplates().route("POST /orders").json())) {
            site.send("POST", "orders", "{\"sku\":1}");
        }

        assertThat(cloud.journal.hops()).extracting(Hop::kind).containsExactly(Hop.Kind.REQUESTED, Hop.Kind.ANSWERED);
        Hop requested = cloud.journal.hops().getFirst();
        assertThat(requested.from()).isEqualTo("127.0.0.1");
        assertThat(requested.to()).endsWith("/$default/POST/orders");
        assertThat(requested.payload()).isEqualTo("{\"sku\":1}");
        assertThat(cloud.journal.hops().getLast().eventId()).isEqualTo(requested.eventId());
    }

    @Test
    void integrations_other_than_Lambda_are_refused_by_name() {
        String template = new HttpTemplates().route("GET /orders").json().replace("AWS_PROXY", "HTTP_PROXY");

        assertThatThrownBy(() -> cloud.deploy(template))
                .hasMessageContaining("The local cloud does not support the integration type HTTP_PROXY");
    }
}
