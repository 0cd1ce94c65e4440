package dev.edaworkshop.localcloud.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.apigateway.Site;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

class UserPoolTest {
    private static final String PASSWORD = "Correct-1-horse";

    private final LocalCloud cloud = LocalCloud.start(0);
    private final CognitoIdentityProviderClient cognito = client("anything");
    private final Map<String, String> outputs =
            cloud.account().stacks().deploy(StackRequest.of("Shop", """
                    {"Resources": {
                      "Users": {"Type": "AWS::Cognito::UserPool", "Properties": {"UserPoolName": "customers",
                          "AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false}, "UsernameAttributes": ["email"],
                          "AutoVerifiedAttributes": ["email"]}},
                      "App": {"Type": "AWS::Cognito::UserPoolClient", "Properties": {"UserPoolId": {"Ref": "Users"},
                          "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]}}},
                     "Outputs": {"Pool": {"Value": {"Ref": "Users"}}, "App": {"Value": {"Ref": "App"}},
                                 "Issuer": {"Value": {"Fn::GetAtt": ["Users", "ProviderURL"]}}}}""")).outputs();
    private final String pool = outputs.getOrDefault("Pool", "");
    private final String app = outputs.getOrDefault("App", "");

    @AfterEach
    void close() {
        cognito.close();
        cloud.close();
    }

    @Test
    void whoever_signs_up_and_is_confirmed_gets_signed_tokens() throws Exception {
        signUp("ann@example.com");
        assertThatThrownBy(() -> signIn("ann@example.com", PASSWORD)).isInstanceOf(UserNotConfirmedException.class);

        cognito.adminConfirmSignUp(request -> request.userPoolId(pool).username("ann@example.com"));
        AuthenticationResultType tokens = signIn("ann@example.com", PASSWORD).authenticationResult();

        SignedJWT id = SignedJWT.parse(tokens.idToken());
        SignedJWT access = SignedJWT.parse(tokens.accessToken());
        assertThat(id.verify(new RSASSAVerifier(
                        publishedKeys().getKeyByKeyId(id.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(pool).matches("us-east-1_[a-zA-Z0-9]{9}");
        assertThat(outputs).containsEntry("Issuer", "https://cognito-idp.us-east-1.amazonaws.com/" + pool);
        assertThat(id.getJWTClaimsSet().getIssuer()).isEqualTo(outputs.get("Issuer"));
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly(app);
        assertThat(id.getJWTClaimsSet().getStringClaim("token_use")).isEqualTo("id");
        assertThat(id.getJWTClaimsSet().getStringClaim("email")).isEqualTo("ann@example.com");
        assertThat(access.getJWTClaimsSet().getAudience()).isEmpty();
        assertThat(access.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo(app);
        assertThat(access.getJWTClaimsSet().getStringClaim("token_use")).isEqualTo("access");
        assertThat(access.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
        assertThat(tokens.expiresIn()).isEqualTo(3_600);
    }

    @Test
    void a_refresh_token_yields_new_tokens_for_thirty_days() {
        signUp("ann@example.com");
        cognito.adminConfirmSignUp(request -> request.userPoolId(pool).username("ann@example.com"));
        String refresh =
                signIn("ann@example.com", PASSWORD).authenticationResult().refreshToken();

        assertThat(refresh(refresh).authenticationResult().idToken()).isNotEmpty();
        cloud.account().clock().advance(Duration.ofDays(30));
        assertThatThrownBy(() -> refresh(refresh)).hasMessageContaining("Refresh Token has expired");
    }

    @Test
    void a_user_whom_an_administrator_creates_chooses_a_password_first() {
        cognito.adminCreateUser(
                request -> request.userPoolId(pool).username("bob@example.com").temporaryPassword(PASSWORD));

        InitiateAuthResponse challenge = signIn("bob@example.com", PASSWORD);
        assertThat(challenge.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
        AuthenticationResultType tokens = cognito.respondToAuthChallenge(request -> request.clientId(app)
                        .challengeName("NEW_PASSWORD_REQUIRED")
                        .session(challenge.session())
                        .challengeResponses(Map.of("USERNAME", "bob@example.com", "NEW_PASSWORD", "Another-2-try")))
                .authenticationResult();

        assertThat(tokens.idToken()).isNotEmpty();
        assertThat(signIn("bob@example.com", "Another-2-try").authenticationResult())
                .isNotNull();
        assertThat(cognito.adminGetUser(request -> request.userPoolId(pool).username("bob@example.com"))
                        .userStatusAsString())
                .isEqualTo("CONFIRMED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Sh0rt!, Password not long enough",
        "no-capitals-1, Password must have uppercase characters",
        "NO-SMALL-1, Password must have lowercase characters",
        "No-digits, Password must have numeric characters",
        "NoSymbols1, Password must have symbol characters",
    })
    void passwords_conform_to_the_policy(String password, String why) {
        assertThatThrownBy(() -> cognito.signUp(
                        request -> request.clientId(app).username("a@b.example").password(password)))
                .isInstanceOf(InvalidPasswordException.class)
                .hasMessageContaining("Password did not conform with policy: " + why);
    }

    @Test
    void refusals_are_those_of_AWS() {
        signUp("ann@example.com");

        assertThatThrownBy(() -> signUp("ann@example.com")).isInstanceOf(UsernameExistsException.class);
        assertThatThrownBy(() -> signIn("ann@example.com", "Wrong-1-wrong"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Incorrect username or password.");
        assertThatThrownBy(() -> signIn("nobody@example.com", PASSWORD)).isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() ->
                        cognito.initiateAuth(request -> request.clientId(app).authFlow(AuthFlowType.USER_SRP_AUTH)))
                .hasMessageContaining("The local cloud does not support the flow USER_SRP_AUTH");
        assertThatThrownBy(() -> cognito.initiateAuth(
                        request -> request.clientId("other").authFlow(AuthFlowType.USER_PASSWORD_AUTH)))
                .hasMessageContaining("User pool client other does not exist.");
        assertThatThrownBy(() -> cognito.listGroups(request -> request.userPoolId(pool)))
                .isInstanceOf(CognitoIdentityProviderException.class)
                .hasMessageContaining("does not support action 'ListGroups' of cognito-idp");
    }

    @Test
    void the_same_stack_in_two_accounts_has_two_pools() {
        var other = cloud.newAccount();
        String template = """
                {"Resources": {"Users": {"Type": "AWS::Cognito::UserPool", "Properties": {}}},
                 "Outputs": {"Pool": {"Value": {"Ref": "Users"}}}}""";

        String here = cloud.account()
                .stacks()
                .deploy(StackRequest.of("Twice", template))
                .outputs()
                .get("Pool");
        String there = other.stacks()
                .deploy(StackRequest.of("Twice", template))
                .outputs()
                .get("Pool");

        assertThat(here).isNotEqualTo(there);
    }

    private JWKSet publishedKeys() throws Exception {
        try (Site site = new Site(cloud.endpoint() + "/" + pool)) {
            JsonNode configuration =
                    Site.json(site.get("/.well-known/openid-configuration").body());
            assertThat(configuration.path("jwks_uri").asText())
                    .isEqualTo(cloud.endpoint() + "/" + pool + "/.well-known/jwks.json");
            return JWKSet.parse(site.get("/.well-known/jwks.json").body());
        }
    }

    private void signUp(String email) {
        cognito.signUp(request -> request.clientId(app).username(email).password(PASSWORD));
    }

    private InitiateAuthResponse signIn(String email, String password) {
        return cognito.initiateAuth(request -> request.clientId(app)
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .authParameters(Map.of("USERNAME", email, "PASSWORD", password)));
    }

    private InitiateAuthResponse refresh(String token) {
        return cognito.initiateAuth(request -> request.clientId(app)
                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                .authParameters(Map.of("REFRESH_TOKEN", token)));
    }

    private CognitoIdentityProviderClient client(String key) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret")))
                .build();
    }
}
