package dev.edaworkshop.localcloud.apigateway.rest;

/**
 * What goes wrong before or behind a function, by the names under which an API may word it differently.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html">Gateway response types</a>
 */
enum GatewayError {
    ACCESS_DENIED(403, "AccessDeniedException", ""),
    API_CONFIGURATION_ERROR(500, "InternalServerErrorException", "Internal server error"),
    AUTHORIZER_CONFIGURATION_ERROR(500, "AuthorizerConfigurationException", ""),
    AUTHORIZER_FAILURE(500, "AuthorizerConfigurationException", ""),
    BAD_REQUEST_BODY(400, "BadRequestException", "Invalid request body"),
    BAD_REQUEST_PARAMETERS(400, "BadRequestException", ""),
    EXPIRED_TOKEN(401, "UnauthorizedException", "The incoming token has expired"),
    INTEGRATION_FAILURE(502, "InternalServerErrorException", "Internal server error"),
    INTEGRATION_TIMEOUT(504, "InternalServerErrorException", "Endpoint request timed out"),
    MISSING_AUTHENTICATION_TOKEN(403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
    REQUEST_TOO_LARGE(413, "RequestTooLargeException", "Request Too Long"),
    THROTTLED(429, "TooManyRequestsException", "Too Many Requests"),
    UNAUTHORIZED(401, "UnauthorizedException", "Unauthorized");

    private final int status;
    private final String type;
    private final String message;

    GatewayError(int status, String type, String message) {
        this.status = status;
        this.type = type;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** For the header {@code x-amzn-ErrorType}. */
    String type() {
        return type;
    }

    String message() {
        return message;
    }

    /** The response type that counts where the API says nothing about this one. */
    String fallback() {
        return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    }
}
