package dev.edaworkshop.lab5.terminals;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Gets a clerk of the back office a token. */
final class SignIn {

    private static final String CLERK = "clerk";

    /**
     * An access token, good for an hour. The pool gets the clerk if it has none, and the clerk a password that nobody
     * knows a moment later: whoever may do that to a user pool needs no password of anybody.
     */
    static String accessToken(String userPoolId, String clientId) {
        // It needs small and capital letters, digits and others.
        String password = UUID.randomUUID() + "-Aa1";
        try (var cognito = CognitoIdentityProviderClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            try {
                cognito.adminCreateUser(
                        request -> request.userPoolId(userPoolId).username(CLERK));
            } catch (UsernameExistsException e) {
                // from the last time
            }
            cognito.adminSetUserPassword(request -> request.userPoolId(userPoolId)
                    .username(CLERK)
                    .password(password)
                    .permanent(true));
            return cognito.initiateAuth(request -> request.clientId(clientId)
                            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .authParameters(Map.of("USERNAME", CLERK, "PASSWORD", password)))
                    .authenticationResult()
                    .accessToken();
        }
    }

    private SignIn() {}
}
