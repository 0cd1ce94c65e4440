package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.StateReasonCode;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** Functions, their configuration and code, on the wire. */
final class FunctionActions {
    private final Functions functions;
    private final CodeStore codeStore;
    private final AccountContext account;

    FunctionActions(Functions functions, CodeStore codeStore, AccountContext account) {
        this.functions = functions;
        this.codeStore = codeStore;
        this.account = account;
    }

    void addTo(RestService service) {
        String functionPath = LambdaEndpoint.FUNCTION;
        service.operation(
                        "ListFunctions",
                        "GET",
                        LambdaEndpoint.FUNCTIONS,
                        200,
                        ListFunctionsRequest::builder,
                        this::list)
                .operation(
                        "CreateFunction",
                        "POST",
                        LambdaEndpoint.FUNCTIONS,
                        201,
                        CreateFunctionRequest::builder,
                        this::create)
                .operation("GetFunction", "GET", functionPath, 200, GetFunctionRequest::builder, this::get)
                .operation(
                        "GetFunctionConfiguration",
                        "GET",
                        functionPath + "/configuration",
                        200,
                        GetFunctionConfigurationRequest::builder,
                        this::getConfiguration)
                .operation(
                        "UpdateFunctionConfiguration",
                        "PUT",
                        functionPath + "/configuration",
                        200,
                        UpdateFunctionConfigurationRequest::builder,
                        this::updateConfiguration)
                .operation(
                        "UpdateFunctionCode",
                        "PUT",
                        functionPath + "/code",
                        200,
                        UpdateFunctionCodeRequest::builder,
                        this::updateCode)
                .operation("DeleteFunction", "DELETE", functionPath, 204, DeleteFunctionRequest::builder, this::delete);
    }

    private ListFunctionsResponse list(Call call, ListFunctionsRequest request) {
        call.authorize("lambda:ListFunctions", "*");
        return ListFunctionsResponse.builder()
                .functions(functions.all().stream().map(Descriptions::of).toList())
                .build();
    }

    private CreateFunctionResponse create(Call call, CreateFunctionRequest request) {
        String name = FunctionName.parse(request.functionName()).name();
        call.authorize("lambda:CreateFunction", account.arn("lambda", "function:" + name));
        if (request.role() == null || request.handler() == null || request.runtimeAsString() == null) {
            throw LambdaErrors.invalidParameter(
                    "Runtime, Role and Handler are mandatory parameters for functions created with deployment packages.");
        }
        FunctionCode code = request.code();
        if (code == null) {
            throw LambdaErrors.validation("null", "code", "Member must not be null");
        }
        if (code.imageUri() != null) {
            throw LambdaErrors.unsupported("container images (ImageUri)");
        }
        FunctionConfiguration.Builder configuration = FunctionSettings.apply(
                        request, FunctionConfiguration.of(name), functions.layers())
                .code(code(code.zipFile(), code.s3Bucket(), code.s3Key()));
        Function function = functions.create(configuration.build());
        if (request.hasTags()) {
            function.tags().putAll(request.tags());
        }
        FunctionVersion version = published(function, request.publish());
        return Members.copy(Descriptions.of(version, arn(function, version)), CreateFunctionResponse.builder())
                .state(State.PENDING)
                .stateReason("The function is being created.")
                .stateReasonCode(StateReasonCode.CREATING)
                .build();
    }

    private GetFunctionResponse get(Call call, GetFunctionRequest request) {
        Function function = functions.require(call, "lambda:GetFunction", request.functionName(), request.qualifier());
        String location = function.version().code().directory().toUri().toString();
        GetFunctionResponse.Builder answer = GetFunctionResponse.builder()
                .configuration(Descriptions.of(function))
                .code(code -> code.repositoryType("local directory").location(location));
        if (!function.tags().all().isEmpty()) {
            answer.tags(function.tags().all());
        }
        function.reservedConcurrency()
                .ifPresent(executions ->
                        answer.concurrency(concurrency -> concurrency.reservedConcurrentExecutions(executions)));
        return answer.build();
    }

    private GetFunctionConfigurationResponse getConfiguration(Call call, GetFunctionConfigurationRequest request) {
        Function function =
                functions.require(call, "lambda:GetFunctionConfiguration", request.functionName(), request.qualifier());
        return Members.copy(Descriptions.of(function), GetFunctionConfigurationResponse.builder())
                .build();
    }

    private UpdateFunctionConfigurationResponse updateConfiguration(
            Call call, UpdateFunctionConfigurationRequest request) {
        Function function = requireLatest(call, "lambda:UpdateFunctionConfiguration", request.functionName());
        requireRevision(function, request.revisionId());
        CreateFunctionRequest asCreation =
                Members.copy(request, CreateFunctionRequest.builder()).build();
        functions.update(FunctionSettings.apply(asCreation, function.configuration().toBuilder(), functions.layers())
                .build());
        return Members.copy(Descriptions.of(function), UpdateFunctionConfigurationResponse.builder())
                .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
                .build();
    }

    private UpdateFunctionCodeResponse updateCode(Call call, UpdateFunctionCodeRequest request) {
        Function function = requireLatest(call, "lambda:UpdateFunctionCode", request.functionName());
        requireRevision(function, request.revisionId());
        if (request.imageUri() != null) {
            throw LambdaErrors.unsupported("container images (ImageUri)");
        }
        FunctionConfiguration.Builder changed =
                function.configuration().toBuilder().code(code(request.zipFile(), request.s3Bucket(), request.s3Key()));
        if (request.hasArchitectures() && !request.architectures().isEmpty()) {
            changed.recorded(function.configuration()
                    .recorded()
                    .withArchitecture(request.architecturesAsStrings().getFirst()));
        }
        if (!Boolean.TRUE.equals(request.dryRun())) {
            functions.update(changed.build());
        }
        FunctionVersion version = published(function, request.publish());
        return Members.copy(Descriptions.of(version, arn(function, version)), UpdateFunctionCodeResponse.builder())
                .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
                .build();
    }

    private DeleteFunctionResponse delete(Call call, DeleteFunctionRequest request) {
        Function function =
                functions.require(call, "lambda:DeleteFunction", request.functionName(), request.qualifier());
        String version = Optional.ofNullable(request.qualifier())
                .or(() -> FunctionName.parse(request.functionName()).qualifier())
                .orElse("");
        if (version.isEmpty()) {
            functions.delete(function.name());
        } else if (version.equals(Function.LATEST)
                || function.versions().alias(version).isPresent()) {
            throw LambdaErrors.invalidParameter(
                    "$LATEST version cannot be deleted without deleting the function, and an alias with DeleteAlias only.");
        } else {
            function.versions().delete(version);
        }
        return DeleteFunctionResponse.builder().build();
    }

    private Function requireLatest(Call call, String action, String name) {
        return functions.require(call, action, FunctionName.parse(name).name(), null);
    }

    private static void requireRevision(Function function, @Nullable String revision) {
        if (revision != null && !revision.equals(Descriptions.of(function).revisionId())) {
            throw LambdaErrors.preconditionFailed();
        }
    }

    private static FunctionVersion published(Function function, @Nullable Boolean publish) {
        return Boolean.TRUE.equals(publish) ? function.versions().publish(Optional.empty()) : function.version();
    }

    private static String arn(Function function, FunctionVersion version) {
        return version == function.versions().latest() ? function.arn() : function.arn() + ":" + version.version();
    }

    private Path code(@Nullable SdkBytes zip, @Nullable String bucket, @Nullable String key) {
        if (zip != null) {
            return functions.zipCode().unpack(zip.asByteArrayUnsafe());
        }
        if (bucket == null || key == null) {
            throw LambdaErrors.invalidParameter("Please provide a source for function code.");
        }
        return codeStore
                .unpacked(bucket, key)
                .orElseThrow(
                        () -> LambdaErrors.invalidParameter(
                                "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist."));
    }
}
