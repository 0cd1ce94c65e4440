package dev.edaworkshop.localcloud.apigateway.rest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method of a resource.
 *
 * @param httpMethod or {@code ANY}
 * @param requestParameters such as {@code method.request.querystring.page}, and whether each is required
 * @param requestModels names of models by media type
 */
public record Method(
        String resourceId,
        String httpMethod,
        Authorization authorization,
        Map<String, Boolean> requestParameters,
        Map<String, String> requestModels,
        Optional<String> validatorId,
        Integration integration) {
    public Method {
        requestParameters = Map.copyOf(requestParameters);
        requestModels = Map.copyOf(requestModels);
    }

    /**
     * Who may call.
     *
     * @param scopes one of which an access token must have; without any, an ID token is wanted
     */
    public record Authorization(Type type, Optional<String> authorizerId, List<String> scopes) {
        public Authorization {
            scopes = List.copyOf(scopes);
        }
    }

    /** As AWS spells them. */
    public enum Type {
        NONE,
        AWS_IAM,
        CUSTOM,
        COGNITO_USER_POOLS
    }

    /** What answers. */
    public sealed interface Integration {
        /**
         * A function, by proxy integration.
         *
         * @param httpMethod with which API Gateway would call Lambda: anything but POST fails, as in AWS
         */
        record Function(String functionArn, String uri, String httpMethod, Duration patience) implements Integration {
            public static final Duration LONGEST = Duration.ofSeconds(29);
        }

        /** API Gateway itself. */
        record Mock(MockResponse response) implements Integration {}
    }

    String key() {
        return resourceId + " " + httpMethod;
    }
}
