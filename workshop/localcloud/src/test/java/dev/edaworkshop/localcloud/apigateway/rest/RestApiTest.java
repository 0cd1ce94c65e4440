package dev.edaworkshop.localcloud.apigateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.ApiFixture;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.Site;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestApiTest {
    private static final String CORS = """
            {"Type": "MOCK", "RequestTemplates": {"application/json": "{ statusCode: 200 }"},
             "IntegrationResponses": [{"StatusCode": "204", "ResponseParameters": {
                "method.response.header.Access-Control-Allow-Headers": "'Content-Type'",
                "method.response.header.Access-Control-Allow-Origin": "'%s'",
                "method.response.header.Access-Control-Allow-Methods": "'OPTIONS,GET'"}%s}]}""";

    private final ApiFixture cloud = new ApiFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_the_event_of_a_proxy_integration() {
        try (Site site = cloud.deploy(new RestTemplates()
                .stage("\"Variables\": {\"color\": \"blue\"}")
                .method("POST", "Order")
                .json())) {
            site.send(
                    "POST", "orders/4%202/?a=1&a=2", "{}", "X-Twice", "one", "X-Twice", "two", "User-Agent", "curl/8");
        }

        ObjectNode event = (ObjectNode) Site.json(cloud.backend.last().payload());
        assertThat(event.path("headers").path("X-Twice").asText()).isEqualTo("two");
        assertThat(event.path("multiValueHeaders").path("X-Twice")).isEqualTo(Site.json("[\"one\",\"two\"]"));
        assertThat(event.path("headers").path("X-Forwarded-For").asText()).isEqualTo("127.0.0.1");
        event.remove("headers");
        event.remove("multiValueHeaders");
        JsonNode context = event.path("requestContext");
        String api = context.path("apiId").asText();
        assertThat(event).isEqualTo(Site.json("""
                {"resource": "/orders/{id}", "path": "/orders/4%%202/", "httpMethod": "POST",
                 "queryStringParameters": {"a": "2"}, "multiValueQueryStringParameters": {"a": ["1", "2"]},
                 "pathParameters": {"id": "4 2"}, "stageVariables": {"color": "blue"},
                 "requestContext": {"accountId": "000000000000", "apiId": "%1$s", "deploymentId": "%2$s",
                   "domainName": "%1$s.execute-api.us-east-1.amazonaws.com", "domainPrefix": "%1$s", "extendedRequestId": "%3$s",
                   "httpMethod": "POST",
                   "identity": {"accessKey": null, "accountId": null, "caller": null, "cognitoAuthenticationProvider": null,
                     "cognitoAuthenticationType": null, "cognitoIdentityId": null, "cognitoIdentityPoolId": null,
                     "principalOrgId": null, "sourceIp": "127.0.0.1", "user": null, "userAgent": "curl/8", "userArn": null},
                   "path": "/prod/orders/4%%202/", "protocol": "HTTP/1.1", "requestId": "%3$s",
                   "requestTime": "20/Nov/2026:09:15:00 +0000", "requestTimeEpoch": 1795166100123, "resourceId": "%4$s",
                   "resourcePath": "/orders/{id}", "stage": "prod"},
                 "body": "{}", "isBase64Encoded": false}""".formatted(
                        api,
                        context.path("deploymentId").asText(),
                        context.path("requestId").asText(),
                        context.path("resourceId").asText())));
        assertThat(cloud.backend.last().sourceArn())
                .isEqualTo("arn:aws:execute-api:us-east-1:000000000000:%s/prod/POST/orders/*".formatted(api));
    }

    @Test
    void what_is_absent_is_null() {
        try (Site site =
                cloud.deploy(new RestTemplates().method("GET", "Orders").json())) {
            site.get("orders");
        }

        JsonNode event = Site.json(cloud.backend.last().payload());
        for (String name : new String[] {
            "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body"
        }) {
            assertThat(event.get(name)).as(name).isEqualTo(NullNode.getInstance());
        }
    }

    @ParameterizedTest(name = "{0} becomes {1} {2}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"statusCode\":200} | 200 | ``",
                "{\"headers\":{\"X\":\"y\"}} | 200 | ``",
                "{\"statusCode\":\"201\",\"body\":\"made\"} | 201 | made",
                "{\"statusCode\":\"test\"} | 502 | {\"message\": \"Internal server error\"}",
                "{\"statusCode\":200,\"wrongValue\":1} | 502 | {\"message\": \"Internal server error\"}",
                "{} | 502 | {\"message\": \"Internal server error\"}",
                "\"text\" | 502 | {\"message\": \"Internal server error\"}",
                "{\"statusCode\":200,\"body\":{\"a\":1}} | 502 | {\"message\": \"Internal server error\"}",
                "{\"multiValueHeaders\":{\"X\":\"y\"}} | 502 | {\"message\": \"Internal server error\"}",
                "{\"statusCode\":200,\"isBase64Encoded\":true,\"body\":\"aGk=\"} | 200 | aGk=",
            })
    void a_result_becomes_a_response(String result, int status, String body) {
        cloud.backend.answers("Orders", result);

        HttpResponse<String> response;
        try (Site site =
                cloud.deploy(new RestTemplates().method("GET", "Orders").json())) {
            response = site.get("orders");
        }

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @Test
    void headers_of_both_kinds_are_merged_the_multiple_ones_first() {
        cloud.backend.answers("Orders", """
                {"headers": {"x-a": true, "Content-Type": "text/plain"}, "multiValueHeaders": {"X-A": ["1", "2"]}}""");

        try (Site site =
                cloud.deploy(new RestTemplates().method("GET", "Orders").json())) {
            HttpResponse<String> response = site.get("orders");
            assertThat(response.headers().allValues("X-A")).containsExactly("1", "2", "true");
            assertThat(response.headers().firstValue("content-type")).contains("text/plain");
        }
    }

    @Test
    void binary_bodies_travel_in_Base64_if_the_API_says_which_are_binary() {
        cloud.backend.answers("Orders", "{\"isBase64Encoded\": true, \"body\": \"aGk=\"}");
        try (Site site = cloud.deploy(new RestTemplates()
                .api("\"BinaryMediaTypes\": [\"image/*\"]")
                .method("POST", "Orders")
                .json())) {
            assertThat(site.send("POST", "orders", "hi", "Content-Type", "image/png", "Accept", "image/png")
                            .body())
                    .isEqualTo("hi");
        }
        JsonNode event = Site.json(cloud.backend.last().payload());
        assertThat(event.path("body").asText()).isEqualTo("aGk=");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void whatever_goes_wrong_has_its_own_answer() {
        try (Site site =
                cloud.deploy(new RestTemplates().method("GET", "Orders").json())) {
            assertError(
                    site.get("baskets"), 403, "Missing Authentication Token", "MissingAuthenticationTokenException");
            assertError(
                    site.send("POST", "orders", "{}"),
                    403,
                    "Missing Authentication Token",
                    "MissingAuthenticationTokenException");
            try (Site otherStage = new Site(site.base().replace("/prod/", "/test/"))) {
                assertError(otherStage.get("orders"), 403, "Forbidden", "ForbiddenException");
            }
            cloud.backend.answers("Orders", new Outcome.Failed("java.lang.IllegalStateException: no stock"));
            assertError(site.get("orders"), 502, "Internal server error", "InternalServerErrorException");
            assertThat(cloud.lastAnswer())
                    .isEqualTo("HTTP 502: the function failed: java.lang.IllegalStateException: no stock");
            cloud.backend.answers("Orders", new Outcome.Refused("no permission"));
            assertError(site.get("orders"), 500, "Internal server error", "InternalServerErrorException");
            cloud.backend.answers("Orders", new Outcome.TimedOut("late"));
            assertError(site.get("orders"), 504, "Endpoint request timed out", "InternalServerErrorException");
        }
    }

    @Test
    void a_method_has_its_own_throttle() {
        try (Site site = cloud.deploy(new RestTemplates()
                .stage("""
                        "MethodSettings": [
                          {"HttpMethod": "*", "ResourcePath": "/*", "ThrottlingRateLimit": 100, "ThrottlingBurstLimit": 100},
                          {"HttpMethod": "GET", "ResourcePath": "/~1orders", "ThrottlingRateLimit": 1, "ThrottlingBurstLimit": 1}]""")
                .method("GET", "Orders")
                .method("POST", "Orders")
                .json())) {
            site.get("orders");
            assertError(site.get("orders"), 429, "Too Many Requests", "TooManyRequestsException");
            site.send("POST", "orders", "");
            assertThat(cloud.lastAnswer()).doesNotContain("429");
            cloud.clock.advance(Duration.ofSeconds(1));
            site.get("orders");
            assertThat(cloud.lastAnswer()).doesNotContain("429");
        }
    }

    @Test
    void a_deployment_is_a_snapshot() {
        String before = new RestTemplates().method("GET", "Orders").json();
        String after = new RestTemplates()
                .method("GET", "Orders")
                .method("POST", "Orders")
                .json();
        cloud.backend.answers("Orders", "{\"statusCode\": 200}");
        try (Site site = cloud.deploy(before)) {
            cloud.stacks.deploy(StackRequest.of("Shop", after));
            assertThat(site.send("POST", "orders", "{}").statusCode())
                    .as("not deployed again")
                    .isEqualTo(403);

            cloud.stacks.deploy(StackRequest.of("Shop", after.replace("\"Deployment\"", "\"Deployment2\"")));
            assertThat(site.send("POST", "orders", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void preflight_requests_are_answered_by_the_mock_that_CDK_writes() {
        String others = """
                , "ResponseTemplates": {"application/json": "#set($origin = $input.params().header.get(\\"Origin\\"))\\n#if($origin == \\"\\") #set($origin = $input.params().header.get(\\"origin\\")) #end\\n#if($origin.matches(\\"https://b.example\\") || $origin.matches(\\"https://c.example\\"))\\n  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\\n#end"}""";
        try (Site site = cloud.deploy(new RestTemplates()
                .rawMethod(
                        "OPTIONS",
                        "Orders",
                        "\"AuthorizationType\": \"NONE\"",
                        CORS.formatted("https://a.example", others))
                .json())) {
            HttpResponse<String> a = site.send("OPTIONS", "orders", "", "Origin", "https://a.example");
            HttpResponse<String> c = site.send("OPTIONS", "orders", "", "Origin", "https://c.example");

            assertThat(a.statusCode()).isEqualTo(204);
            assertThat(a.headers().firstValue("Access-Control-Allow-Origin")).contains("https://a.example");
            assertThat(a.headers().firstValue("Access-Control-Allow-Methods")).contains("OPTIONS,GET");
            assertThat(c.headers().firstValue("Access-Control-Allow-Origin")).contains("https://c.example");
        }
    }

    @Test
    void other_mapping_templates_and_integrations_are_refused_by_name() {
        assertThatThrownBy(() -> cloud.deploy(new RestTemplates()
                        .rawMethod(
                                "GET",
                                "Orders",
                                "\"AuthorizationType\": \"NONE\"",
                                CORS.formatted("*", ", \"ResponseTemplates\": {\"application/json\": \"$input.body\"}"))
                        .json()))
                .hasMessageContaining("does not support the mapping template $input.body");
        assertThatThrownBy(() -> cloud.deploy(new RestTemplates()
                        .rawMethod("GET", "Orders", "\"AuthorizationType\": \"NONE\"", "{\"Type\": \"HTTP_PROXY\"}")
                        .json()))
                .hasMessageContaining("does not support the integration type HTTP_PROXY");
    }

    @Test
    void a_validator_checks_parameters_and_body() {
        try (Site site = cloud.deploy(new RestTemplates()
                .with("Product", """
                        {"Type": "AWS::ApiGateway::Model", "Properties": {"RestApiId": {"Ref": "Api"}, "ContentType": "application/json",
                          "Name": "Product", "Schema": {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object",
                            "required": ["sku"], "properties": {"sku": {"type": "string"}, "price": {"type": "number", "minimum": 0}}}}}""")
                .with("Validator", """
                        {"Type": "AWS::ApiGateway::RequestValidator", "Properties": {"RestApiId": {"Ref": "Api"},
                          "ValidateRequestBody": true, "ValidateRequestParameters": true}}""")
                .method("POST", "Orders", """
                        "AuthorizationType": "NONE", "RequestValidatorId": {"Ref": "Validator"},
                        "RequestModels": {"application/json": {"Ref": "Product"}},
                        "RequestParameters": {"method.request.querystring.qs1": true, "method.request.header.x-header": true,
                                              "method.request.querystring.page": false}""")
                .json())) {
            assertError(
                    site.send("POST", "orders", "{}"),
                    400,
                    "Missing required request parameters: [qs1, x-header]",
                    "BadRequestException");
            for (String body : new String[] {"{}", "{\"sku\": 1}", "{\"sku\": \"a\", \"price\": -1}", "no JSON", ""}) {
                assertError(
                        site.send("POST", "orders?qs1=1", body, "x-header", "1"),
                        400,
                        "Invalid request body",
                        "BadRequestException");
            }
            assertThat(cloud.backend.invocations()).isEmpty();

            site.send("POST", "orders?qs1=1", "{\"sku\": \"a\", \"price\": 2}", "x-header", "1");
            assertThat(cloud.backend.invocations()).hasSize(1);
        }
    }

    @Test
    void an_API_may_word_its_errors() {
        try (Site site = cloud.deploy(new RestTemplates()
                .with("Words", """
                        {"Type": "AWS::ApiGateway::GatewayResponse", "Properties": {"RestApiId": {"Ref": "Api"},
                          "ResponseType": "DEFAULT_4XX", "StatusCode": "404",
                          "ResponseParameters": {"gatewayresponse.header.Access-Control-Allow-Origin": "'*'"},
                          "ResponseTemplates": {"application/json": "{\\"error\\":$context.error.messageString}"}}}""")
                .rawMethod("GET", "Orders", "\"AuthorizationType\": \"NONE\"", CORS.formatted("*", ""))
                .json()
                .replace("\"DependsOn\": [", "\"DependsOn\": [\"Words\", "))) {
            HttpResponse<String> response = site.get("baskets");

            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo("{\"error\":\"Missing Authentication Token\"}");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    private static void assertError(HttpResponse<String> response, int status, String message, String type) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Site.json(response.body()).path("message").asText()).isEqualTo(message);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains(type);
    }
}
