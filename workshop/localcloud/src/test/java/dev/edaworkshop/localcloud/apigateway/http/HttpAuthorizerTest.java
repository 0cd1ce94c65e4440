package dev.edaworkshop.localcloud.apigateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.localcloud.apigateway.ApiFixture;
import dev.edaworkshop.localcloud.apigateway.Site;
import dev.edaworkshop.localcloud.apigateway.TestIssuer;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpAuthorizerTest {
    private static final String INVALID = "Bearer scope=\"\" error=\"invalid_token\" error_description=\"%s\"";

    private final ApiFixture cloud = new ApiFixture();
    private final TestIssuer issuer = new TestIssuer();

    @AfterEach
    void close() {
        issuer.close();
        cloud.close();
    }

    @Test
    void a_valid_token_passes_and_its_claims_are_in_the_event_as_texts() {
        try (Site site = cloud.deploy(jwtTemplate(issuer.url()))) {
            String token = issuer.token(
                    ApiFixture.NOW,
                    Map.of("aud", "shop", "sub", "u1", "scope", "orders/write", "groups", List.of("a", "b")));

            assertThat(site.get("orders", "Authorization", "Bearer " + token).statusCode())
                    .isEqualTo(200);
        }

        JsonNode jwt = Site.json(cloud.backend.last().payload())
                .path("requestContext")
                .path("authorizer")
                .path("jwt");
        assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("u1");
        assertThat(jwt.path("claims").path("groups").asText()).isEqualTo("[a b]");
        assertThat(jwt.path("claims").path("iat").isTextual()).isTrue();
        assertThat(jwt.path("scopes")).isEqualTo(Site.json("[\"orders/write\"]"));
    }

    @Test
    void a_client_id_counts_as_audience_if_there_is_no_audience() {
        try (Site site = cloud.deploy(jwtTemplate(issuer.url()))) {
            String access = issuer.token(ApiFixture.NOW, Map.of("client_id", "shop", "scope", "orders/write"));
            String both =
                    issuer.token(ApiFixture.NOW, Map.of("aud", "other", "client_id", "shop", "scope", "orders/write"));

            assertThat(site.get("orders", "Authorization", access).statusCode()).isEqualTo(200);
            assertThat(site.get("orders", "Authorization", both).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void what_is_wrong_with_a_token_is_said_in_a_header() {
        Map<String, Object> claims = Map.of("aud", "shop", "scope", "orders/write");
        try (Site site = cloud.deploy(jwtTemplate(issuer.url()))) {
            assertThat(challenge(site.get("orders"))).isEqualTo("Bearer");
            assertThat(challenge(with(site, "nonsense"))).isEqualTo(INVALID.formatted("the token is malformed"));
            assertThat(challenge(with(site, issuer.forgedToken(ApiFixture.NOW, claims))))
                    .isEqualTo(INVALID.formatted("the signature of the token is invalid"));
            assertThat(challenge(with(site, issuer.token(ApiFixture.NOW, Map.of("aud", "bank")))))
                    .isEqualTo(INVALID.formatted("the token does not have a valid audience"));
            assertThat(challenge(with(site, issuer.token(ApiFixture.NOW.plusSeconds(60), claims))))
                    .isEqualTo(INVALID.formatted("the token is not valid yet"));

            String token = issuer.token(ApiFixture.NOW, claims);
            cloud.clock.advance(Duration.ofHours(1));
            HttpResponse<String> expired = with(site, token);
            assertThat(challenge(expired)).isEqualTo(INVALID.formatted("the token has expired"));
            assertThat(expired.statusCode()).isEqualTo(401);
            assertThat(expired.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        }
        assertThat(cloud.backend.invocations()).isEmpty();
    }

    @Test
    void a_token_without_the_scope_is_forbidden() {
        HttpResponse<String> response;
        try (Site site = cloud.deploy(jwtTemplate(issuer.url()))) {
            response = with(site, issuer.token(ApiFixture.NOW, Map.of("aud", "shop", "scope", "orders/read")));
        }

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(challenge(response)).contains("error=\"insufficient_scope\"");
    }

    @Test
    void an_issuer_elsewhere_is_not_asked_and_the_journal_says_so() {
        try (Site site = cloud.deploy(jwtTemplate("https://login.example.com"))) {
            HttpResponse<String> response = with(site, issuer.token(ApiFixture.NOW, Map.of("aud", "shop")));

            assertThat(response.statusCode()).isEqualTo(500);
        }
        assertThat(cloud.lastAnswer())
                .contains(
                        "The issuer https://login.example.com is neither a user pool of this account nor on this machine");
    }

    @Test
    void a_function_decides_with_a_simple_response_and_is_not_asked_again_for_five_minutes() {
        cloud.backend.answers("Guard", "{\"isAuthorized\": true, \"context\": {\"tier\": \"gold\"}}");
        try (Site site = cloud.deploy(lambdaTemplate(true))) {
            assertThat(site.get("orders").statusCode())
                    .as("without the identity source")
                    .isEqualTo(401);
            assertThat(with(site, "k1").statusCode()).isEqualTo(200);
            assertThat(with(site, "k1").statusCode()).isEqualTo(200);
            assertThat(asked("Guard")).isEqualTo(1);

            cloud.backend.answers("Guard", "{\"isAuthorized\": false}");
            assertThat(with(site, "k2").body()).isEqualTo("{\"message\":\"Forbidden\"}");
            cloud.clock.advance(Duration.ofSeconds(300));
            assertThat(with(site, "k1").statusCode()).isEqualTo(403);
        }
        var ask = cloud.backend.invocations().getFirst();
        assertThat(ask.sourceArn()).contains("/authorizers/");
        JsonNode event = Site.json(ask.payload());
        assertThat(event.path("type").asText()).isEqualTo("REQUEST");
        assertThat(event.path("identitySource")).isEqualTo(Site.json("[\"k1\"]"));
        assertThat(event.path("routeArn").asText()).endsWith("/$default/GET/orders");
        assertThat(Site.json(cloud.backend.invocations().get(1).payload())
                        .path("requestContext")
                        .path("authorizer"))
                .isEqualTo(Site.json("{\"lambda\": {\"tier\": \"gold\"}}"));
    }

    @Test
    void a_function_decides_with_a_policy() {
        try (Site site = cloud.deploy(lambdaTemplate(false))) {
            cloud.backend.answers("Guard", policy("Allow", "*/GET/orders"));
            assertThat(with(site, "k1").statusCode()).isEqualTo(200);
            cloud.backend.answers("Guard", policy("Allow", "*/POST/orders"));
            assertThat(with(site, "k2").statusCode()).isEqualTo(403);
            cloud.backend.answers("Guard", "{\"isAuthorized\": true}");
            assertThat(with(site, "k3").statusCode()).isEqualTo(500);
        }
        assertThat(cloud.lastAnswer())
                .contains("authorizer Customers failed: The authorizer's result has no principalId");
    }

    @Test
    void IAM_lets_in_whose_role_allows_it() {
        cloud.iam.putRole(
                new Role("Clerk", "arn:aws:iam::000000000000:role/Clerk", trust(), Map.of(), Optional.empty()));
        cloud.keys.put("AKIDCLERK", new Principal.AssumedRole("000000000000", "Clerk", "till"));
        String signature =
                "AWS4-HMAC-SHA256 Credential=AKIDCLERK/20261120/us-east-1/execute-api/aws4_request, Signature=x";
        try (Site site = cloud.deploy(new HttpTemplates()
                .route("GET /orders", "\"AuthorizationType\": \"AWS_IAM\"")
                .json())) {
            assertThat(site.get("orders").statusCode()).isEqualTo(403);
            assertThat(with(site, signature).statusCode()).isEqualTo(403);
            assertThat(cloud.lastAnswer())
                    .contains("is not authorized to perform: execute-api:Invoke on resource: arn:");

            cloud.iam.putRolePolicy("Clerk", "call", Policy.parse("""
                    {"Statement": [{"Effect": "Allow", "Action": "execute-api:Invoke", "Resource": "*"}]}"""));
            assertThat(with(site, signature).statusCode()).isEqualTo(200);
        }
    }

    private static Policy trust() {
        return Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}""");
    }

    private static String policy(String effect, String resource) {
        return """
                {"principalId": "u1", "policyDocument": {"Version": "2012-10-17", "Statement": [
                  {"Action": "execute-api:Invoke", "Effect": "%s", "Resource": "arn:aws:execute-api:%s"}]}}""".formatted(effect, resource);
    }

    private long asked(String function) {
        return cloud.backend.invocations().stream()
                .filter(invocation -> invocation.functionArn().endsWith(":" + function))
                .count();
    }

    private static HttpResponse<String> with(Site site, String token) {
        return site.get("orders", "Authorization", token);
    }

    private static String challenge(HttpResponse<String> response) {
        return response.headers().firstValue("www-authenticate").orElse("no challenge in " + response.statusCode());
    }

    private static String jwtTemplate(String issuer) {
        return new HttpTemplates()
                .authorizer("""
                        "AuthorizerType": "JWT", "IdentitySource": ["$request.header.Authorization"],
                        "JwtConfiguration": {"Audience": ["shop"], "Issuer": "%s"}""".formatted(issuer))
                .route("GET /orders", """
                        "AuthorizationType": "JWT", "AuthorizerId": {"Ref": "Authorizer"},
                        "AuthorizationScopes": ["orders/write"]""")
                .json();
    }

    private static String lambdaTemplate(boolean simple) {
        return new HttpTemplates()
                .authorizer("""
                        "AuthorizerType": "REQUEST", "AuthorizerPayloadFormatVersion": "2.0", "EnableSimpleResponses": %s,
                        "IdentitySource": ["$request.header.Authorization"], "AuthorizerResultTtlInSeconds": 300,
                        "AuthorizerUri": "%s\"""".formatted(simple, HttpTemplates.functionUri("Guard")))
                .route("GET /orders", "\"AuthorizationType\": \"CUSTOM\", \"AuthorizerId\": {\"Ref\": \"Authorizer\"}")
                .json();
    }
}
