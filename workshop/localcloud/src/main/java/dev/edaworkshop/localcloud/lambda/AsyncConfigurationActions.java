package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigResponse;

/** How asynchronous invocations are tried, on the wire. */
final class AsyncConfigurationActions {
    private static final Set<String> MEMBERS =
            Set.of("FunctionName", "Qualifier", "MaximumRetryAttempts", "MaximumEventAgeInSeconds");

    private final Functions functions;

    AsyncConfigurationActions(Functions functions) {
        this.functions = functions;
    }

    PutFunctionEventInvokeConfigResponse put(Call call, PutFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:PutFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        change(
                function,
                AsyncConfiguration.DEFAULT,
                request,
                request.maximumRetryAttempts(),
                request.maximumEventAgeInSeconds());
        return Members.copy(describe(function), PutFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    UpdateFunctionEventInvokeConfigResponse update(Call call, UpdateFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:UpdateFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        change(
                function,
                function.asyncQueue().configuration(),
                request,
                request.maximumRetryAttempts(),
                request.maximumEventAgeInSeconds());
        return Members.copy(describe(function), UpdateFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    GetFunctionEventInvokeConfigResponse get(Call call, GetFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:GetFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        return Members.copy(describe(function), GetFunctionEventInvokeConfigResponse.builder())
                .build();
    }

    DeleteFunctionEventInvokeConfigResponse delete(Call call, DeleteFunctionEventInvokeConfigRequest request) {
        Function function = functions.require(
                call, "lambda:DeleteFunctionEventInvokeConfig", request.functionName(), request.qualifier());
        describe(function);
        function.asyncQueue().configure(AsyncConfiguration.DEFAULT);
        return DeleteFunctionEventInvokeConfigResponse.builder().build();
    }

    private static void change(
            Function function,
            AsyncConfiguration base,
            SdkPojo request,
            @Nullable Integer retries,
            @Nullable Integer ageSeconds) {
        Members.requireOnly(MEMBERS, request);
        if (retries == null && ageSeconds == null) {
            throw LambdaErrors.invalidParameter(
                    "You must specify at least one of error handling or destination setting.");
        }
        function.asyncQueue()
                .configure(new AsyncConfiguration(
                        retries == null ? base.maximumRetryAttempts() : retries,
                        ageSeconds == null ? base.maximumEventAge() : Duration.ofSeconds(ageSeconds)));
    }

    private static FunctionEventInvokeConfig describe(Function function) {
        AsyncConfiguration configuration = function.asyncQueue().configuration();
        String arn = function.arn() + ":" + Function.LATEST;
        if (configuration.equals(AsyncConfiguration.DEFAULT)) {
            throw new AwsException(
                    404,
                    "ResourceNotFoundException",
                    "The function %s doesn't have an EventInvokeConfig".formatted(arn));
        }
        return FunctionEventInvokeConfig.builder()
                .functionArn(arn)
                .lastModified(function.lastModified())
                .maximumRetryAttempts(configuration.maximumRetryAttempts())
                .maximumEventAgeInSeconds((int) configuration.maximumEventAge().toSeconds())
                .destinationConfig(DestinationConfig.builder()
                        .onSuccess(success -> {})
                        .onFailure(failure -> {})
                        .build())
                .build();
    }
}
