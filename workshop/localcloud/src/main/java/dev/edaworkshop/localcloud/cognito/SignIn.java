package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.cognito.User.Status;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

/** Signing in: with a password, with a refresh token, and with a new password where one is required. */
final class SignIn {
    private final Access access;
    private final Tokens tokens;
    private final Map<String, String> sessions = new ConcurrentHashMap<>();

    SignIn(Access access, Tokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    /** Tokens, or the session of a challenge. */
    private record Outcome(Optional<AuthenticationResultType> tokens, String session, String username) {}

    InitiateAuthResponse initiate(Call call, InitiateAuthRequest request) {
        PoolClient client = access.client(request.clientId());
        Outcome outcome = begin(client, request.authFlowAsString(), "USER_PASSWORD_AUTH", request.authParameters());
        var response = InitiateAuthResponse.builder();
        return outcome.tokens()
                .map(result -> response.authenticationResult(result).build())
                .orElseGet(() -> response.challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(outcome.session())
                        .challengeParameters(Map.of("USER_ID_FOR_SRP", outcome.username()))
                        .build());
    }

    AdminInitiateAuthResponse adminInitiate(Call call, AdminInitiateAuthRequest request) {
        access.pool(call, "cognito-idp:AdminInitiateAuth", request.userPoolId());
        PoolClient client = access.client(request.clientId());
        String flow = "ADMIN_NO_SRP_AUTH".equals(request.authFlowAsString())
                ? "ADMIN_USER_PASSWORD_AUTH"
                : request.authFlowAsString();
        Outcome outcome = begin(client, flow, "ADMIN_USER_PASSWORD_AUTH", request.authParameters());
        var response = AdminInitiateAuthResponse.builder();
        return outcome.tokens()
                .map(result -> response.authenticationResult(result).build())
                .orElseGet(() -> response.challengeName(ChallengeNameType.NEW_PASSWORD_REQUIRED)
                        .session(outcome.session())
                        .challengeParameters(Map.of("USER_ID_FOR_SRP", outcome.username()))
                        .build());
    }

    RespondToAuthChallengeResponse respond(Call call, RespondToAuthChallengeRequest request) {
        PoolClient client = access.client(request.clientId());
        if (request.challengeName() != ChallengeNameType.NEW_PASSWORD_REQUIRED) {
            throw CognitoErrors.invalidParameter(
                    "The local cloud does not support the challenge %s, only NEW_PASSWORD_REQUIRED."
                            .formatted(request.challengeNameAsString()));
        }
        String username = required(request.challengeResponses(), "USERNAME");
        UserPool pool = access.pool(client.poolId());
        User user = pool.user(username);
        client.checkSecretHash(
                username, Optional.ofNullable(request.challengeResponses().get("SECRET_HASH")));
        if (request.session() == null || !user.sub().equals(sessions.remove(request.session()))) {
            throw CognitoErrors.notAuthorized("Invalid session for the user.");
        }
        String password = required(request.challengeResponses(), "NEW_PASSWORD");
        pool.settings().passwordPolicy().check(password);
        User changed = user.withPassword(password, Status.CONFIRMED);
        pool.put(changed);
        return RespondToAuthChallengeResponse.builder()
                .authenticationResult(tokens.signIn(pool, client, changed))
                .build();
    }

    private Outcome begin(PoolClient client, String flow, String passwordFlow, Map<String, String> parameters) {
        UserPool pool = access.pool(client.poolId());
        Optional<String> hash = Optional.ofNullable(parameters.get("SECRET_HASH"));
        if (flow.equals("REFRESH_TOKEN_AUTH") || flow.equals("REFRESH_TOKEN")) {
            requireFlow(client, "REFRESH_TOKEN_AUTH");
            return new Outcome(
                    Optional.of(tokens.refresh(pool, client, required(parameters, "REFRESH_TOKEN"))), "", "");
        }
        if (!flow.equals(passwordFlow)) {
            throw CognitoErrors.invalidParameter(
                    "The local cloud does not support the flow %s here. It supports %s and REFRESH_TOKEN_AUTH."
                            .formatted(flow, passwordFlow));
        }
        requireFlow(client, flow);
        String username = required(parameters, "USERNAME");
        client.checkSecretHash(username, hash);
        // Whoever asks does not learn from the answer which users there are.
        User user = pool.find(username).orElseThrow(CognitoErrors::wrongPassword);
        if (!user.password().equals(required(parameters, "PASSWORD"))) {
            throw CognitoErrors.wrongPassword();
        }
        return switch (user.status()) {
            case UNCONFIRMED -> throw CognitoErrors.notConfirmed();
            case CONFIRMED -> new Outcome(Optional.of(tokens.signIn(pool, client, user)), "", user.username());
            case FORCE_CHANGE_PASSWORD -> {
                String session = UUID.randomUUID().toString();
                sessions.put(session, user.sub());
                yield new Outcome(Optional.empty(), session, user.username());
            }
        };
    }

    private static void requireFlow(PoolClient client, String flow) {
        if (!client.authFlows().contains("ALLOW_" + flow)) {
            throw CognitoErrors.invalidParameter("%s flow not enabled for this client".formatted(flow));
        }
    }

    private static String required(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw CognitoErrors.invalidParameter("Missing required parameter " + name);
        }
        return value;
    }
}
