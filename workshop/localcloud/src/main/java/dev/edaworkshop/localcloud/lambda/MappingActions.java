package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/** Event source mappings on the wire. */
final class MappingActions {
    private static final String MAPPINGS = "/2015-03-31/event-source-mappings";

    private final EventSourceMappings mappings;
    private final Functions functions;
    private final AccountContext account;

    MappingActions(EventSourceMappings mappings, Functions functions, AccountContext account) {
        this.mappings = mappings;
        this.functions = functions;
        this.account = account;
    }

    void addTo(RestService service) {
        service.operation(
                        "CreateEventSourceMapping",
                        "POST",
                        MAPPINGS,
                        202,
                        CreateEventSourceMappingRequest::builder,
                        this::create)
                .operation(
                        "ListEventSourceMappings",
                        "GET",
                        MAPPINGS,
                        200,
                        ListEventSourceMappingsRequest::builder,
                        this::list)
                .operation(
                        "GetEventSourceMapping",
                        "GET",
                        MAPPINGS + "/{UUID}",
                        200,
                        GetEventSourceMappingRequest::builder,
                        this::get)
                .operation(
                        "UpdateEventSourceMapping",
                        "PUT",
                        MAPPINGS + "/{UUID}",
                        202,
                        UpdateEventSourceMappingRequest::builder,
                        this::update)
                .operation(
                        "DeleteEventSourceMapping",
                        "DELETE",
                        MAPPINGS + "/{UUID}",
                        202,
                        DeleteEventSourceMappingRequest::builder,
                        this::delete);
    }

    CreateEventSourceMappingResponse create(Call call, CreateEventSourceMappingRequest request) {
        String functionArn = account.arn(
                "lambda",
                "function:" + FunctionName.parse(request.functionName()).name());
        call.authorize("lambda:CreateEventSourceMapping", "*", Map.of("lambda:FunctionArn", functionArn));
        if (request.eventSourceArn() == null) {
            throw LambdaErrors.unsupported("event source mappings without an EventSourceArn");
        }
        EventSourceMapping mapping = mappings.create(
                request.functionName(),
                request.eventSourceArn(),
                MappingSettings.of(request, mappings.defaults(request.eventSourceArn())));
        String state = mapping.settings().enabled() ? "Creating" : "Disabled";
        return Members.copy(Descriptions.of(mapping), CreateEventSourceMappingResponse.builder())
                .state(state)
                .build();
    }

    UpdateEventSourceMappingResponse update(Call call, UpdateEventSourceMappingRequest request) {
        EventSourceMapping before = require(call, "lambda:UpdateEventSourceMapping", request.uuid());
        if (request.functionName() != null
                && !functions.function(request.functionName()).arn().equals(before.functionArn())) {
            throw LambdaErrors.unsupported("moving an event source mapping to another function");
        }
        EventSourceMapping mapping =
                mappings.update(request.uuid(), MappingSettings.apply(asCreation(request), before.settings()));
        return Members.copy(Descriptions.of(mapping), UpdateEventSourceMappingResponse.builder())
                .state("Updating")
                .build();
    }

    DeleteEventSourceMappingResponse delete(Call call, DeleteEventSourceMappingRequest request) {
        EventSourceMapping mapping = require(call, "lambda:DeleteEventSourceMapping", request.uuid());
        mappings.delete(mapping.uuid());
        return Members.copy(Descriptions.of(mapping), DeleteEventSourceMappingResponse.builder())
                .state("Deleting")
                .build();
    }

    GetEventSourceMappingResponse get(Call call, GetEventSourceMappingRequest request) {
        EventSourceMapping mapping = require(call, "lambda:GetEventSourceMapping", request.uuid());
        return Members.copy(Descriptions.of(mapping), GetEventSourceMappingResponse.builder())
                .build();
    }

    ListEventSourceMappingsResponse list(Call call, ListEventSourceMappingsRequest request) {
        call.authorize("lambda:ListEventSourceMappings", "*");
        Optional<String> functionName = Optional.ofNullable(request.functionName())
                .map(name -> FunctionName.parse(name).name());
        return ListEventSourceMappingsResponse.builder()
                .eventSourceMappings(mappings.all().stream()
                        .filter(mapping -> functionName
                                .map(name -> mapping.functionArn().endsWith(":function:" + name))
                                .orElse(true))
                        .filter(mapping -> request.eventSourceArn() == null
                                || mapping.eventSourceArn().equals(request.eventSourceArn()))
                        .map(Descriptions::of)
                        .toList())
                .build();
    }

    private EventSourceMapping require(Call call, String action, String uuid) {
        call.authorize(action, account.arn("lambda", "event-source-mapping:" + uuid));
        return mappings.mapping(uuid);
    }

    /** A change has the members of a creation, and no others that are supported. */
    private static CreateEventSourceMappingRequest asCreation(UpdateEventSourceMappingRequest request) {
        return Members.copy(request, CreateEventSourceMappingRequest.builder()).build();
    }
}
