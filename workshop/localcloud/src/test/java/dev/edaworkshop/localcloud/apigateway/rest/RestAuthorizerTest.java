package dev.edaworkshop.localcloud.apigateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.apigateway.ApiFixture;
import dev.edaworkshop.localcloud.apigateway.Backend.Outcome;
import dev.edaworkshop.localcloud.apigateway.Site;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestAuthorizerTest {
    private static final String FUNCTION =
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:Guard/invocations";

    private final ApiFixture cloud = new ApiFixture();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_function_gets_the_token_and_its_policy_counts_until_it_is_too_old() {
        cloud.backend.answers("Guard", policy("Allow", "*"));
        cloud.backend.answers("Orders", "{\"statusCode\": 200}");
        try (Site site = cloud.deploy(template("TOKEN", "method.request.header.Authorization"))) {
            assertThat(with(site, "k1").statusCode()).isEqualTo(200);
            assertThat(with(site, "k1").statusCode()).isEqualTo(200);

            cloud.backend.answers("Guard", policy("Deny", "*"));
            cloud.clock.advance(Duration.ofSeconds(300));
            HttpResponse<String> denied = with(site, "k1");
            assertThat(denied.statusCode()).isEqualTo(403);
            assertThat(denied.body())
                    .isEqualTo(
                            "{\"Message\":\"User is not authorized to access this resource with an explicit deny\"}");
        }
        JsonNode asked = Site.json(cloud.backend.invocations().getFirst().payload());
        assertThat(asked.path("type").asText()).isEqualTo("TOKEN");
        assertThat(asked.path("authorizationToken").asText()).isEqualTo("k1");
        assertThat(asked.path("methodArn").asText()).endsWith("/prod/GET/orders");
        JsonNode authorizer = Site.json(cloud.backend.invocations().get(1).payload())
                .path("requestContext")
                .path("authorizer");
        assertThat(authorizer).isEqualTo(Site.json("{\"principalId\": \"u1\", \"tier\": \"3\"}"));
        assertThat(cloud.backend.invocations())
                .as("authorizer, function, function, authorizer")
                .hasSize(4);
    }

    @Test
    void whatever_an_authorizer_does_wrong_has_its_answer() {
        try (Site site = cloud.deploy(template("REQUEST", "method.request.header.Authorization"))) {
            HttpResponse<String> noToken = site.get("orders");
            assertThat(noToken.statusCode()).isEqualTo(401);
            assertThat(noToken.body()).isEqualTo("{\"message\":\"Unauthorized\"}");

            cloud.backend.answers("Guard", new Outcome.Failed("java.lang.RuntimeException: Unauthorized"));
            assertThat(with(site, "k1").statusCode()).isEqualTo(401);

            cloud.backend.answers("Guard", new Outcome.Failed("java.lang.RuntimeException: oops"));
            HttpResponse<String> broken = with(site, "k1");
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.body()).isEqualTo("{\"message\":null}");
            assertThat(broken.headers().firstValue("x-amzn-ErrorType")).contains("AuthorizerConfigurationException");

            cloud.backend.answers("Guard", policy("Allow", "*/POST/*"));
            assertThat(with(site, "k1").body())
                    .isEqualTo("{\"Message\":\"User is not authorized to access this resource\"}");
        }
        JsonNode asked = Site.json(cloud.backend.last().payload());
        assertThat(asked.path("type").asText()).isEqualTo("REQUEST");
        assertThat(asked.path("resource").asText()).isEqualTo("/orders");
        assertThat(asked.path("requestContext").path("stage").asText()).isEqualTo("prod");
    }

    private static HttpResponse<String> with(Site site, String token) {
        return site.get("orders", "Authorization", token);
    }

    private static String policy(String effect, String resource) {
        return """
                {"principalId": "u1", "context": {"tier": 3}, "policyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Action": "execute-api:Invoke", "Effect": "%s", "Resource": "%s"}]}}""".formatted(effect, resource);
    }

    private static String template(String type, String source) {
        return new RestTemplates()
                .with("Authorizer", """
                        {"Type": "AWS::ApiGateway::Authorizer", "Properties": {"RestApiId": {"Ref": "Api"}, "Name": "Guard",
                          "Type": "%s", "IdentitySource": "%s", "AuthorizerUri": "%s"}}""".formatted(type, source, FUNCTION))
                .method("GET", "Orders", """
                        "AuthorizationType": "CUSTOM", "AuthorizerId": {"Ref": "Authorizer"}""")
                .json();
    }
}
