package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.ApiDestinationState;
import software.amazon.awssdk.services.eventbridge.model.ConnectionAuthResponseParameters;
import software.amazon.awssdk.services.eventbridge.model.ConnectionState;
import software.amazon.awssdk.services.eventbridge.model.CreateApiDestinationRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateApiDestinationResponse;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateConnectionResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteApiDestinationRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteApiDestinationResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeApiDestinationRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeApiDestinationResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeConnectionRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeConnectionResponse;
import software.amazon.awssdk.services.eventbridge.model.ListApiDestinationsRequest;
import software.amazon.awssdk.services.eventbridge.model.ListApiDestinationsResponse;
import software.amazon.awssdk.services.eventbridge.model.ListConnectionsRequest;
import software.amazon.awssdk.services.eventbridge.model.ListConnectionsResponse;

/** The API actions on API destinations and connections. Secrets are never answered. */
final class ApiDestinationActions {
    private final ApiDestinations destinations;
    private final AccountContext account;

    ApiDestinationActions(ApiDestinations destinations, AccountContext account) {
        this.destinations = destinations;
        this.account = account;
    }

    void addTo(RpcService service) {
        service.operation("CreateConnection", CreateConnectionRequest::builder, this::createConnection)
                .operation("DescribeConnection", DescribeConnectionRequest::builder, this::describeConnection)
                .operation("ListConnections", ListConnectionsRequest::builder, this::listConnections)
                .operation("DeleteConnection", DeleteConnectionRequest::builder, this::deleteConnection)
                .operation("CreateApiDestination", CreateApiDestinationRequest::builder, this::createDestination)
                .operation("DescribeApiDestination", DescribeApiDestinationRequest::builder, this::describeDestination)
                .operation("ListApiDestinations", ListApiDestinationsRequest::builder, this::listDestinations)
                .operation("DeleteApiDestination", DeleteApiDestinationRequest::builder, this::deleteDestination);
    }

    private CreateConnectionResponse createConnection(Call call, CreateConnectionRequest request) {
        authorize(call, "CreateConnection", "connection", request.name());
        Connection connection = destinations.connection(request);
        return CreateConnectionResponse.builder()
                .connectionArn(connection.arn())
                .connectionState(ConnectionState.AUTHORIZED)
                .creationTime(connection.created())
                .lastModifiedTime(connection.created())
                .build();
    }

    private DescribeConnectionResponse describeConnection(Call call, DescribeConnectionRequest request) {
        Connection connection = connection(call, "DescribeConnection", request.name());
        return DescribeConnectionResponse.builder()
                .connectionArn(connection.arn())
                .name(connection.name())
                .description(connection.description().orElse(null))
                .connectionState(ConnectionState.AUTHORIZED)
                .authorizationType(connection.authorization().type())
                .secretArn(connection.secretArn())
                .authParameters(withoutSecrets(connection))
                .creationTime(connection.created())
                .lastModifiedTime(connection.created())
                .lastAuthorizedTime(connection.created())
                .build();
    }

    private ListConnectionsResponse listConnections(Call call, ListConnectionsRequest request) {
        call.authorize("events:ListConnections", account.arn("events", "connection/*"));
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        var all = destinations.connections().stream()
                .filter(connection -> connection.name().startsWith(prefix))
                .map(ApiDestinationActions::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListConnectionsResponse.builder()
                .connections(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private DeleteConnectionResponse deleteConnection(Call call, DeleteConnectionRequest request) {
        Connection connection = connection(call, "DeleteConnection", request.name());
        destinations.deleteConnection(connection.name());
        return DeleteConnectionResponse.builder()
                .connectionArn(connection.arn())
                .connectionState(ConnectionState.DELETING)
                .creationTime(connection.created())
                .build();
    }

    private CreateApiDestinationResponse createDestination(Call call, CreateApiDestinationRequest request) {
        authorize(call, "CreateApiDestination", "api-destination", request.name());
        ApiDestination destination = destinations.destination(request);
        return CreateApiDestinationResponse.builder()
                .apiDestinationArn(destination.arn())
                .apiDestinationState(ApiDestinationState.ACTIVE)
                .creationTime(destination.created())
                .lastModifiedTime(destination.created())
                .build();
    }

    private DescribeApiDestinationResponse describeDestination(Call call, DescribeApiDestinationRequest request) {
        ApiDestination destination = destination(call, "DescribeApiDestination", request.name());
        ApiDestination.Settings settings = destination.settings();
        return DescribeApiDestinationResponse.builder()
                .apiDestinationArn(destination.arn())
                .name(destination.name())
                .description(settings.description().orElse(null))
                .apiDestinationState(ApiDestinationState.ACTIVE)
                .connectionArn(settings.connectionArn())
                .invocationEndpoint(settings.endpoint())
                .httpMethod(settings.method())
                .invocationRateLimitPerSecond(settings.callsPerSecond())
                .creationTime(destination.created())
                .lastModifiedTime(destination.created())
                .build();
    }

    private ListApiDestinationsResponse listDestinations(Call call, ListApiDestinationsRequest request) {
        call.authorize("events:ListApiDestinations", account.arn("events", "api-destination/*"));
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        var all = destinations.destinations().stream()
                .filter(destination -> destination.name().startsWith(prefix))
                .filter(destination -> request.connectionArn() == null
                        || destination.settings().connectionArn().equals(request.connectionArn()))
                .map(ApiDestinationActions::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListApiDestinationsResponse.builder()
                .apiDestinations(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private DeleteApiDestinationResponse deleteDestination(Call call, DeleteApiDestinationRequest request) {
        destinations.deleteDestination(
                destination(call, "DeleteApiDestination", request.name()).name());
        return DeleteApiDestinationResponse.builder().build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.Connection summary(Connection connection) {
        return software.amazon.awssdk.services.eventbridge.model.Connection.builder()
                .connectionArn(connection.arn())
                .name(connection.name())
                .connectionState(ConnectionState.AUTHORIZED)
                .authorizationType(connection.authorization().type())
                .creationTime(connection.created())
                .lastModifiedTime(connection.created())
                .lastAuthorizedTime(connection.created())
                .build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.ApiDestination summary(
            ApiDestination destination) {
        return software.amazon.awssdk.services.eventbridge.model.ApiDestination.builder()
                .apiDestinationArn(destination.arn())
                .name(destination.name())
                .apiDestinationState(ApiDestinationState.ACTIVE)
                .connectionArn(destination.settings().connectionArn())
                .invocationEndpoint(destination.settings().endpoint())
                .httpMethod(destination.settings().method())
                .invocationRateLimitPerSecond(destination.settings().callsPerSecond())
                .creationTime(destination.created())
                .lastModifiedTime(destination.created())
                .build();
    }

    private static ConnectionAuthResponseParameters withoutSecrets(Connection connection) {
        return switch (connection.authorization()) {
            case Connection.Authorization.ApiKey key ->
                ConnectionAuthResponseParameters.builder()
                        .apiKeyAuthParameters(shown -> shown.apiKeyName(key.name()))
                        .build();
            case Connection.Authorization.Basic basic ->
                ConnectionAuthResponseParameters.builder()
                        .basicAuthParameters(shown -> shown.username(basic.username()))
                        .build();
        };
    }

    private Connection connection(Call call, String action, @Nullable String name) {
        String wanted = authorize(call, action, "connection", name);
        return destinations
                .connection(wanted)
                .orElseThrow(() -> EventsErrors.notFound(
                        "Failed to describe the connection(s). Connection '%s' does not exist.".formatted(wanted)));
    }

    private ApiDestination destination(Call call, String action, @Nullable String name) {
        String wanted = authorize(call, action, "api-destination", name);
        return destinations
                .destination(wanted)
                .orElseThrow(() -> EventsErrors.notFound(
                        "Failed to describe the api-destination(s). An api-destination '%s' does not exist."
                                .formatted(wanted)));
    }

    private String authorize(Call call, String action, String kind, @Nullable String name) {
        String required = Constraints.required(name, "name");
        call.authorize("events:" + action, account.arn("events", "%s/%s".formatted(kind, required)));
        return required;
    }
}
