package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsResponse;
import software.amazon.awssdk.services.lambda.model.OnFailure;
import software.amazon.awssdk.services.lambda.model.OnSuccess;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigResponse;

/** How asynchronous invocations are tried and who hears of them, on the wire. */
final class AsyncConfigurationActions {
    private static final String ASYNC = "/2019-09-25/functions/{FunctionName}/event-invoke-config";
    private static final Set<String> MEMBERS = Set.of(
            "FunctionName", "Qualifier", "MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig");

    private final Functions functions;

    AsyncConfigurationActions(Functions functions) {
        this.functions = functions;
    }

    void addTo(RestService service) {
        service.operation(
                        "PutFunctionEventInvokeConfig",
                        "PUT",
                        ASYNC,
                        200,
                        PutFunctionEventInvokeConfigRequest::builder,
                        this::put)
                .operation(
                        "UpdateFunctionEventInvokeConfig",
                        "POST",
                        ASYNC,
                        200,
                        UpdateFunctionEventInvokeConfigRequest::builder,
                        this::update)
                .operation(
                        "GetFunctionEventInvokeConfig",
                        "GET",
                        ASYNC,
                        200,
                        GetFunctionEventInvokeConfigRequest::builder,
                        this::get)
                .operation(
                        "DeleteFunctionEventInvokeConfig",
                        "DELETE",
                        ASYNC,
                        204,
                        DeleteFunctionEventInvokeConfigRequest::builder,
                        this::delete)
                .operation(
                        "ListFunctionEventInvokeConfigs",
                        "GET",
                        ASYNC + "/list",
                        200,
                        ListFunctionEventInvokeConfigsRequest::builder,
                        this::list);
    }

    /** Replaces everything. */
    PutFunctionEventInvokeConfigResponse put(Call call, PutFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:PutFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        change(function, AsyncConfiguration.DEFAULT, request);
        return Members.copy(describe(function), PutFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    /** Changes what the request says. */
    UpdateFunctionEventInvokeConfigResponse update(Call call, UpdateFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:UpdateFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        describe(function);
        change(
                function,
                function.asyncQueue().configuration(),
                Members.copy(request, PutFunctionEventInvokeConfigRequest.builder())
                        .build());
        return Members.copy(describe(function), UpdateFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    GetFunctionEventInvokeConfigResponse get(Call call, GetFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:GetFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        return Members.copy(describe(function), GetFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    ListFunctionEventInvokeConfigsResponse list(Call call, ListFunctionEventInvokeConfigsRequest request) {
        String name = FunctionName.parse(request.functionName()).name();
        Function function = functions.require(call, "lambda:ListFunctionEventInvokeConfigs", name, null);
        return ListFunctionEventInvokeConfigsResponse.builder()
                .functionEventInvokeConfigs(function.versions().names(function).stream()
                        .filter(qualified ->
                                qualified.asyncQueue().ownConfiguration().isPresent())
                        .map(AsyncConfigurationActions::describe)
                        .toList())
                .build();
    }

    DeleteFunctionEventInvokeConfigResponse delete(Call call, DeleteFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:DeleteFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        describe(function);
        function.asyncQueue().resetConfiguration();
        return DeleteFunctionEventInvokeConfigResponse.builder().build();
    }

    private static void change(
            Function function, AsyncConfiguration base, PutFunctionEventInvokeConfigRequest request) {
        Members.requireOnly(MEMBERS, request);
        if (request.maximumRetryAttempts() == null
                && request.maximumEventAgeInSeconds() == null
                && request.destinationConfig() == null) {
            throw LambdaErrors.invalidParameter(
                    "You must specify at least one of error handling or destination setting.");
        }
        AsyncConfiguration changed = base;
        if (request.maximumRetryAttempts() != null) {
            changed = changed.withMaximumRetryAttempts(request.maximumRetryAttempts());
        }
        if (request.maximumEventAgeInSeconds() != null) {
            changed = changed.withMaximumEventAge(Duration.ofSeconds(request.maximumEventAgeInSeconds()));
        }
        DestinationConfig destinations = request.destinationConfig();
        if (destinations != null) {
            changed = changed.withDestinations(
                    destination(Optional.ofNullable(destinations.onSuccess()).map(OnSuccess::destination)),
                    destination(Optional.ofNullable(destinations.onFailure()).map(OnFailure::destination)));
        }
        function.asyncQueue().configure(changed);
    }

    private static Optional<Destination> destination(Optional<String> arn) {
        return arn.filter(text -> !text.isEmpty()).map(Destination::new);
    }

    private static FunctionEventInvokeConfig describe(Function function) {
        AsyncConfiguration configuration = function.asyncQueue()
                .ownConfiguration()
                .orElseThrow(() -> new AwsException(
                        404,
                        "ResourceNotFoundException",
                        "The function %s doesn't have an EventInvokeConfig".formatted(function.qualifiedArn())));
        return FunctionEventInvokeConfig.builder()
                .functionArn(function.qualifiedArn())
                .lastModified(function.asyncQueue().configured())
                .maximumRetryAttempts(configuration.maximumRetryAttempts())
                .maximumEventAgeInSeconds((int) configuration.maximumEventAge().toSeconds())
                .destinationConfig(DestinationConfig.builder()
                        .onSuccess(success ->
                                configuration.onSuccess().map(Destination::arn).ifPresent(success::destination))
                        .onFailure(failure ->
                                configuration.onFailure().map(Destination::arn).ifPresent(failure::destination))
                        .build())
                .build();
    }
}
