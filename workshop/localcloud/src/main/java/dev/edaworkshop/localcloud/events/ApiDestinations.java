package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ConnectionHttpParameters;
import software.amazon.awssdk.services.eventbridge.model.CreateApiDestinationRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionAuthRequestParameters;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionRequest;

/**
 * The API destinations and connections of an account, by name. They lead to 127.0.0.1 only.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html">API destinations</a>
 */
public final class ApiDestinations {
    private static final int MAX_NAME = 64;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Set<String> METHODS = Set.of("POST", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE");

    private final AccountContext account;
    private final Map<String, Connection> connections = new ConcurrentSkipListMap<>();
    private final Map<String, ApiDestination> destinations = new ConcurrentSkipListMap<>();

    public ApiDestinations(AccountContext account) {
        this.account = account;
    }

    /** @return its ARN */
    public String create(CreateConnectionRequest request) {
        return connection(request).arn();
    }

    /** What CloudFormation calls the secret in which AWS keeps the key. */
    public String secretArn(String connectionName) {
        return connection(connectionName).orElseThrow().secretArn();
    }

    Connection connection(CreateConnectionRequest request) {
        String name = Constraints.name(request.name(), "name", MAX_NAME);
        if (connections.containsKey(name)) {
            throw EventsErrors.alreadyExists("Connection " + name);
        }
        if (request.kmsKeyIdentifier() != null) {
            throw EventsErrors.unsupported("encryption of connections with your own keys (KmsKeyIdentifier)");
        }
        if (request.invocationConnectivityParameters() != null) {
            throw EventsErrors.unsupported("connections to private APIs (InvocationConnectivityParameters)");
        }
        CreateConnectionAuthRequestParameters parameters = request.authParameters();
        if (parameters == null) {
            throw EventsErrors.missing("authParameters");
        }
        UUID id = id(name);
        Connection connection = new Connection(
                name,
                account.arn("events", "connection/%s/%s".formatted(name, id)),
                account.arn("secretsmanager", "secret:events!connection/%s/%s".formatted(name, id)),
                Optional.ofNullable(request.description()),
                authorization(request.authorizationTypeAsString(), parameters),
                parameters.invocationHttpParameters() == null
                        ? ConnectionHttpParameters.builder().build()
                        : parameters.invocationHttpParameters(),
                account.clock().instant());
        connections.put(name, connection);
        return connection;
    }

    /** @return its ARN */
    public String create(CreateApiDestinationRequest request) {
        return destination(request).arn();
    }

    ApiDestination destination(CreateApiDestinationRequest request) {
        String name = Constraints.name(request.name(), "name", MAX_NAME);
        if (destinations.containsKey(name)) {
            throw EventsErrors.alreadyExists("Api-destination " + name);
        }
        Constraints.range(request.invocationRateLimitPerSecond(), "invocationRateLimitPerSecond", 1, 300);
        String connection = Constraints.required(request.connectionArn(), "connectionArn");
        if (connection(connection).isEmpty()) {
            throw EventsErrors.notFound("Connection '%s' does not exist.".formatted(connection));
        }
        String method = Constraints.required(request.httpMethodAsString(), "httpMethod");
        if (!METHODS.contains(method)) {
            throw EventsErrors.constraint(method, "httpMethod", "Member must satisfy enum value set: " + METHODS);
        }
        ApiDestination destination = new ApiDestination(
                name,
                account.arn("events", "api-destination/%s/%s".formatted(name, id(name))),
                new ApiDestination.Settings(
                        connection,
                        checkedEndpoint(Constraints.required(request.invocationEndpoint(), "invocationEndpoint")),
                        method,
                        request.invocationRateLimitPerSecond() == null
                                ? ApiDestination.DEFAULT_RATE
                                : request.invocationRateLimitPerSecond(),
                        Optional.ofNullable(request.description())),
                account.clock().instant());
        destinations.put(name, destination);
        return destination;
    }

    /** Does nothing if there is none. */
    public void deleteConnection(String name) {
        connections.remove(name);
    }

    /** Does nothing if there is none. */
    public void deleteDestination(String name) {
        destinations.remove(name);
    }

    Optional<Connection> connection(String nameOrArn) {
        return Optional.ofNullable(connections.get(nameIn(nameOrArn)))
                .filter(found -> !nameOrArn.startsWith("arn:") || found.arn().equals(nameOrArn));
    }

    Optional<ApiDestination> destination(String nameOrArn) {
        return Optional.ofNullable(destinations.get(nameIn(nameOrArn)))
                .filter(found -> !nameOrArn.startsWith("arn:") || found.arn().equals(nameOrArn));
    }

    List<Connection> connections() {
        return List.copyOf(connections.values());
    }

    List<ApiDestination> destinations() {
        return List.copyOf(destinations.values());
    }

    /** How long an event has to wait for its turn; no time if there is no such destination. */
    Duration reserve(String arn) {
        return destination(arn)
                .map(destination -> destination.reserve(account.clock().instant()))
                .orElse(Duration.ZERO);
    }

    private static Connection.Authorization authorization(
            @Nullable String type, CreateConnectionAuthRequestParameters parameters) {
        return switch (Constraints.required(type, "authorizationType")) {
            case "API_KEY" -> {
                var key = parameters.apiKeyAuthParameters();
                if (key == null) {
                    throw EventsErrors.missing("authParameters.apiKeyAuthParameters");
                }
                yield new Connection.Authorization.ApiKey(
                        Constraints.required(key.apiKeyName(), "authParameters.apiKeyAuthParameters.apiKeyName"),
                        Constraints.required(key.apiKeyValue(), "authParameters.apiKeyAuthParameters.apiKeyValue"));
            }
            case "BASIC" -> {
                var basic = parameters.basicAuthParameters();
                if (basic == null) {
                    throw EventsErrors.missing("authParameters.basicAuthParameters");
                }
                yield new Connection.Authorization.Basic(
                        Constraints.required(basic.username(), "authParameters.basicAuthParameters.username"),
                        Constraints.required(basic.password(), "authParameters.basicAuthParameters.password"));
            }
            case "OAUTH_CLIENT_CREDENTIALS" ->
                throw EventsErrors.unsupported(
                        "connections with OAuth (OAUTH_CLIENT_CREDENTIALS); use API_KEY or BASIC");
            default ->
                throw EventsErrors.constraint(
                        String.valueOf(type),
                        "authorizationType",
                        "Member must satisfy enum value set: [BASIC, OAUTH_CLIENT_CREDENTIALS, API_KEY]");
        };
    }

    /** AWS asks for https and a public host; nothing here goes further than this machine. */
    private static String checkedEndpoint(String endpoint) {
        try {
            URI uri = URI.create(endpoint.replace("*", "x"));
            if (uri.getHost() != null
                    && HERE.contains(uri.getHost())
                    && uri.getScheme().startsWith("http")) {
                return endpoint;
            }
        } catch (IllegalArgumentException e) {
            throw EventsErrors.invalidParameter("InvocationEndpoint", endpoint + " is not a URL.");
        }
        throw EventsErrors.invalidParameter(
                "InvocationEndpoint",
                "%s is not on this machine. The local cloud calls http://127.0.0.1 only; deploy to an AWS account to call others."
                        .formatted(endpoint));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Of {@code arn:…:connection/name/id}. */
    private static String nameIn(String nameOrArn) {
        return nameOrArn.startsWith("arn:") && nameOrArn.contains("/")
                ? nameOrArn.split("/", -1)[1]
                : nameOrArn;
    }
}
