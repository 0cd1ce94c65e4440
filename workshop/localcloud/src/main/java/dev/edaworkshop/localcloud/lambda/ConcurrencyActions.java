package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/** How an account's concurrency is divided, on the wire. */
final class ConcurrencyActions {
    private static final long MAX_UNZIPPED_BYTES = 262_144_000;
    private static final long MAX_ZIPPED_BYTES = 52_428_800;
    private static final long MAX_CODE_BYTES = 80_530_636_800L;

    private final Functions functions;

    ConcurrencyActions(Functions functions) {
        this.functions = functions;
    }

    void addTo(RestService service) {
        service.operation(
                        "GetFunctionConcurrency",
                        "GET",
                        "/2019-09-30/functions/{FunctionName}/concurrency",
                        200,
                        GetFunctionConcurrencyRequest::builder,
                        this::get)
                .operation(
                        "PutFunctionConcurrency",
                        "PUT",
                        "/2017-10-31/functions/{FunctionName}/concurrency",
                        200,
                        PutFunctionConcurrencyRequest::builder,
                        this::put)
                .operation(
                        "DeleteFunctionConcurrency",
                        "DELETE",
                        "/2017-10-31/functions/{FunctionName}/concurrency",
                        204,
                        DeleteFunctionConcurrencyRequest::builder,
                        this::delete)
                .operation(
                        "GetAccountSettings",
                        "GET",
                        "/2016-08-19/account-settings",
                        200,
                        GetAccountSettingsRequest::builder,
                        this::account);
    }

    PutFunctionConcurrencyResponse put(Call call, PutFunctionConcurrencyRequest request) {
        Function function = functions.require(call, "lambda:PutFunctionConcurrency", request.functionName(), null);
        if (request.reservedConcurrentExecutions() == null) {
            throw LambdaErrors.validation("null", "reservedConcurrentExecutions", "Member must not be null");
        }
        functions.reserveConcurrency(function.name(), Optional.of(request.reservedConcurrentExecutions()));
        return PutFunctionConcurrencyResponse.builder()
                .reservedConcurrentExecutions(request.reservedConcurrentExecutions())
                .build();
    }

    GetFunctionConcurrencyResponse get(Call call, GetFunctionConcurrencyRequest request) {
        Function function = functions.require(call, "lambda:GetFunctionConcurrency", request.functionName(), null);
        GetFunctionConcurrencyResponse.Builder answer = GetFunctionConcurrencyResponse.builder();
        function.reservedConcurrency().ifPresent(answer::reservedConcurrentExecutions);
        return answer.build();
    }

    DeleteFunctionConcurrencyResponse delete(Call call, DeleteFunctionConcurrencyRequest request) {
        Function function = functions.require(call, "lambda:DeleteFunctionConcurrency", request.functionName(), null);
        functions.reserveConcurrency(function.name(), Optional.empty());
        return DeleteFunctionConcurrencyResponse.builder().build();
    }

    GetAccountSettingsResponse account(Call call, GetAccountSettingsRequest request) {
        call.authorize("lambda:GetAccountSettings", "*");
        long codeBytes = functions.all().stream()
                .flatMap(function -> function.versions().all().stream())
                .mapToLong(version -> version.code().bytes())
                .sum();
        return GetAccountSettingsResponse.builder()
                .accountLimit(limit -> limit.totalCodeSize(MAX_CODE_BYTES)
                        .codeSizeUnzipped(MAX_UNZIPPED_BYTES)
                        .codeSizeZipped(MAX_ZIPPED_BYTES)
                        .concurrentExecutions(Concurrency.LIMIT)
                        .unreservedConcurrentExecutions(functions.concurrency().unreserved()))
                .accountUsage(usage -> usage.totalCodeSize(codeBytes)
                        .functionCount((long) functions.all().size()))
                .build();
    }
}
