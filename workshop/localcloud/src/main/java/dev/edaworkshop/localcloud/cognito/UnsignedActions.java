package dev.edaworkshop.localcloud.cognito;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Actions of people who have no credentials yet: nobody signs them, and the app client says whose they are. */
public final class UnsignedActions {
    static final String TARGET_PREFIX = "AWSCognitoIdentityProviderService.";

    private static final Set<String> ACTIONS = Set.of("InitiateAuth", "RespondToAuthChallenge", "SignUp");
    private static final ObjectMapper JSON = new ObjectMapper();

    private UnsignedActions() {}

    /** The id of the app client; empty if the request is no such action, or is signed. */
    public static Optional<String> clientId(HttpRequest request) {
        boolean unsigned = request.header("Authorization").isEmpty()
                && request.header("X-Amz-Target")
                        .filter(target -> target.startsWith(TARGET_PREFIX)
                                && ACTIONS.contains(target.substring(TARGET_PREFIX.length())))
                        .isPresent();
        if (!unsigned) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(request.body()).path("ClientId").asText());
        } catch (IOException e) {
            return Optional.of("");
        }
    }
}
