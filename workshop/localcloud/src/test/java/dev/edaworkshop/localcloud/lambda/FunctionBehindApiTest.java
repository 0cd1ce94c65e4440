package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.apigateway.Site;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

/** A real function behind an API, in an account that is not the first. */
class FunctionBehindApiTest {
    private static final String TEMPLATE = """
            {"Resources": {
              "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {}},
              "App": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": {"Ref": "Users"},
                  "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH"]}},
              "Http": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "Shop", "ProtocolType": "HTTP"}},
              "HttpStage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                  "ApiId": {"Ref": "Http"}, "AutoDeploy": true, "StageName": "$default"}},
              "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Http"},
                  "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
                  "IntegrationUri": "arn:aws:lambda:us-east-1:000000000000:function:Echo"}},
              "Tokens": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"ApiId": {"Ref": "Http"}, "Name": "Tokens",
                  "AuthorizerType": "JWT", "IdentitySource": ["$request.header.Authorization"], "JwtConfiguration": {
                    "Audience": [{"Ref": "App"}],
                    "Issuer": {"Fn::Join": ["", ["https://cognito-idp.", {"Ref": "AWS::Region"}, ".amazonaws.com/", {"Ref": "Users"}]]}}}},
              "Open": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Http"}, "RouteKey": "GET /open",
                  "AuthorizationType": "NONE", "Target": {"Fn::Join": ["", ["integrations/", {"Ref": "Integration"}]]}}},
              "Mine": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Http"}, "RouteKey": "GET /mine",
                  "AuthorizationType": "JWT", "AuthorizerId": {"Ref": "Tokens"},
                  "Target": {"Fn::Join": ["", ["integrations/", {"Ref": "Integration"}]]}}},
              "Rest": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "Shop"}},
              "Pool": {"Type": "AWS::ApiGateway::Authorizer", "Properties": {"RestApiId": {"Ref": "Rest"}, "Name": "Pool",
                  "Type": "COGNITO_USER_POOLS", "IdentitySource": "method.request.header.Authorization",
                  "ProviderARNs": [{"Fn::GetAtt": ["Users", "Arn"]}]}},
              "Method": {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Rest"}, "HttpMethod": "GET",
                  "ResourceId": {"Fn::GetAtt": ["Rest", "RootResourceId"]}, "AuthorizationType": "COGNITO_USER_POOLS",
                  "AuthorizerId": {"Ref": "Pool"}, "Integration": {"Type": "MOCK",
                    "RequestTemplates": {"application/json": "{ statusCode: 200 }"},
                    "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates": {"application/json": "{\\"in\\": true}"}}]}}},
              "Deployment": {"Type": "AWS::ApiGateway::Deployment", "Properties": {"RestApiId": {"Ref": "Rest"}},
                  "DependsOn": ["Method"]},
              "Stage": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": {"Ref": "Rest"},
                  "DeploymentId": {"Ref": "Deployment"}, "StageName": "prod"}}},
             "Outputs": {"HttpUrl": {"Value": {"Fn::GetAtt": ["Http", "ApiEndpoint"]}},
                         "RestUrl": {"Value": {"Fn::Join": ["", ["https://", {"Ref": "Rest"}, ".execute-api.us-east-1.",
                           {"Ref": "AWS::URLSuffix"}, "/", {"Ref": "Stage"}, "/"]]}},
                         "HttpId": {"Value": {"Ref": "Http"}}, "Users": {"Value": {"Ref": "Users"}}, "App": {"Value": {"Ref": "App"}}}}""";

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.newAccount();
    private final Function echo = account.functions()
            .create(TestFunctions.aFunction(account, Echo.class).build());
    private final Map<String, String> outputs =
            account.stacks().deploy(StackRequest.of("Shop", TEMPLATE)).outputs();
    private final Site http = new Site(outputs.getOrDefault("HttpUrl", "") + "/");

    @AfterEach
    void close() {
        http.close();
        cloud.close();
    }

    @Test
    void API_Gateway_needs_a_permission_for_the_route() {
        HttpResponse<String> refused = http.get("open");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(account.journal().hops())
                .filteredOn(hop -> hop.kind() == Hop.Kind.DENIED)
                .extracting(Hop::reason)
                .singleElement()
                .asString()
                .contains(
                        "Function Echo needs a permission that lets apigateway.amazonaws.com perform lambda:InvokeFunction");

        allow("/*/*/other");
        assertThat(http.get("open").statusCode()).isEqualTo(500);
        allow("/*/*/open");
        HttpResponse<String> answered = http.get("open?a=1");

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(Site.json(answered.body()).path("rawQueryString").asText()).isEqualTo("a=1");
        String id = account.journal().hops().getLast().eventId();
        assertThat(account.journal().hops())
                .filteredOn(hop -> hop.eventId().equals(id))
                .extracting(Hop::kind)
                .containsExactly(Hop.Kind.REQUESTED, Hop.Kind.INVOKED, Hop.Kind.RETURNED, Hop.Kind.ANSWERED);
    }

    @Test
    void tokens_of_a_user_pool_open_both_kinds_of_APIs() {
        allow("/*/*/mine");
        AuthenticationResultType tokens = signIn();

        assertThat(http.get("mine").statusCode()).isEqualTo(401);
        assertThat(http.get("mine", "Authorization", "Bearer " + tokens.accessToken())
                        .statusCode())
                .isEqualTo(200);
        try (Site rest = new Site(outputs.getOrDefault("RestUrl", ""))) {
            assertThat(rest.get("", "Authorization", "Bearer " + tokens.idToken())
                            .body())
                    .isEqualTo("{\"in\": true}");
            HttpResponse<String> wrongKind = rest.get("", "Authorization", tokens.accessToken());
            assertThat(wrongKind.statusCode()).isEqualTo(401);
            assertThat(wrongKind.body()).isEqualTo("{\"message\":\"Unauthorized\"}");

            account.clock().advance(java.time.Duration.ofHours(1));
            assertThat(rest.get("", "Authorization", tokens.idToken()).body())
                    .isEqualTo("{\"message\":\"The incoming token has expired\"}");
        }
    }

    private AuthenticationResultType signIn() {
        String key = cloud.issueKey(account, account.administrator());
        String pool = outputs.getOrDefault("Users", "");
        String app = outputs.getOrDefault("App", "");
        try (CognitoIdentityProviderClient administrator = CognitoIdentityProviderClient.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                () -> software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(key, "s"))
                        .build();
                CognitoIdentityProviderClient anybody = CognitoIdentityProviderClient.builder()
                        .endpointOverride(cloud.endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build()) {
            administrator.adminCreateUser(request -> request.userPoolId(pool).username("ann"));
            administrator.adminSetUserPassword(request -> request.userPoolId(pool)
                    .username("ann")
                    .password("Correct-1-horse")
                    .permanent(true));
            return anybody.initiateAuth(request -> request.clientId(app)
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(Map.of("USERNAME", "ann", "PASSWORD", "Correct-1-horse")))
                    .authenticationResult();
        }
    }

    private void allow(String path) {
        echo.permissions()
                .add(
                        "api" + path.replaceAll("\\W", ""),
                        "apigateway.amazonaws.com",
                        "lambda:InvokeFunction",
                        Optional.of("arn:aws:execute-api:us-east-1:000000000000:" + outputs.get("HttpId") + path),
                        Optional.empty());
    }
}
