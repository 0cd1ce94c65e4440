package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListTagsRequest;
import software.amazon.awssdk.services.lambda.model.ListTagsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;

/**
 * Lambda on the wire: the table of actions; functions get in through the deployer, not through this API.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Actions</a>
 */
public final class LambdaEndpoint {
    private static final String FUNCTIONS = "/2015-03-31/functions";
    private static final String FUNCTION = FUNCTIONS + "/{FunctionName}";
    private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
    private static final String ASYNC = "/2019-09-25/functions/{FunctionName}/event-invoke-config";
    private static final Set<String> PERMISSION_MEMBERS =
            Set.of("FunctionName", "StatementId", "Action", "Principal", "SourceArn", "SourceAccount", "Qualifier");

    private final Functions functions;
    private final EventSourceMappings mappings;
    private final AccountContext account;

    private LambdaEndpoint(Functions functions, EventSourceMappings mappings, AccountContext account) {
        this.functions = functions;
        this.mappings = mappings;
        this.account = account;
    }

    public static RestService of(Functions functions, EventSourceMappings mappings, AccountContext account) {
        return new LambdaEndpoint(functions, mappings, account).service();
    }

    private RestService service() {
        InvokeAction invoke = new InvokeAction(functions);
        MappingActions mapping = new MappingActions(mappings, functions, account);
        ConcurrencyActions concurrency = new ConcurrencyActions(functions);
        AsyncConfigurationActions async = new AsyncConfigurationActions(functions);
        var accessDenied = new Call.AccessDeniedStyle(403, "AccessDeniedException");
        return new RestService("lambda", account.iam(), account.journal(), accessDenied)
                .operation("Invoke", "POST", FUNCTION + "/invocations", 200, InvokeRequest::builder, invoke::invoke)
                .operation("ListFunctions", "GET", FUNCTIONS, 200, ListFunctionsRequest::builder, this::list)
                .operation("GetFunction", "GET", FUNCTION, 200, GetFunctionRequest::builder, this::get)
                .operation(
                        "GetFunctionConfiguration",
                        "GET",
                        FUNCTION + "/configuration",
                        200,
                        GetFunctionConfigurationRequest::builder,
                        this::getConfiguration)
                .operation("DeleteFunction", "DELETE", FUNCTION, 204, DeleteFunctionRequest::builder, this::delete)
                .operation(
                        "ListVersionsByFunction",
                        "GET",
                        FUNCTION + "/versions",
                        200,
                        ListVersionsByFunctionRequest::builder,
                        this::listVersions)
                .operation(
                        "GetFunctionConcurrency",
                        "GET",
                        "/2019-09-30/functions/{FunctionName}/concurrency",
                        200,
                        GetFunctionConcurrencyRequest::builder,
                        concurrency::get)
                .operation("ListTags", "GET", "/2017-03-31/tags/{Resource}", 200, ListTagsRequest::builder, this::tags)
                .operation(
                        "AddPermission",
                        "POST",
                        FUNCTION + "/policy",
                        201,
                        AddPermissionRequest::builder,
                        this::addPermission)
                .operation("GetPolicy", "GET", FUNCTION + "/policy", 200, GetPolicyRequest::builder, this::getPolicy)
                .operation(
                        "RemovePermission",
                        "DELETE",
                        FUNCTION + "/policy/{StatementId}",
                        204,
                        RemovePermissionRequest::builder,
                        this::removePermission)
                .operation(
                        "PutFunctionEventInvokeConfig",
                        "PUT",
                        ASYNC,
                        200,
                        PutFunctionEventInvokeConfigRequest::builder,
                        async::put)
                .operation(
                        "UpdateFunctionEventInvokeConfig",
                        "POST",
                        ASYNC,
                        200,
                        UpdateFunctionEventInvokeConfigRequest::builder,
                        async::update)
                .operation(
                        "GetFunctionEventInvokeConfig",
                        "GET",
                        ASYNC,
                        200,
                        GetFunctionEventInvokeConfigRequest::builder,
                        async::get)
                .operation(
                        "DeleteFunctionEventInvokeConfig",
                        "DELETE",
                        ASYNC,
                        204,
                        DeleteFunctionEventInvokeConfigRequest::builder,
                        async::delete)
                .operation(
                        "ListFunctionEventInvokeConfigs",
                        "GET",
                        ASYNC + "/list",
                        200,
                        ListFunctionEventInvokeConfigsRequest::builder,
                        async::list)
                .operation(
                        "PutFunctionConcurrency",
                        "PUT",
                        "/2017-10-31/functions/{FunctionName}/concurrency",
                        200,
                        PutFunctionConcurrencyRequest::builder,
                        concurrency::put)
                .operation(
                        "DeleteFunctionConcurrency",
                        "DELETE",
                        "/2017-10-31/functions/{FunctionName}/concurrency",
                        204,
                        DeleteFunctionConcurrencyRequest::builder,
                        concurrency::delete)
                .operation(
                        "GetAccountSettings",
                        "GET",
                        "/2016-08-19/account-settings",
                        200,
                        GetAccountSettingsRequest::builder,
                        concurrency::account)
                .operation(
                        "CreateEventSourceMapping",
                        "POST",
                        MAPPINGS,
                        202,
                        CreateEventSourceMappingRequest::builder,
                        mapping::create)
                .operation(
                        "ListEventSourceMappings",
                        "GET",
                        MAPPINGS,
                        200,
                        ListEventSourceMappingsRequest::builder,
                        mapping::list)
                .operation(
                        "GetEventSourceMapping",
                        "GET",
                        MAPPINGS + "/{UUID}",
                        200,
                        GetEventSourceMappingRequest::builder,
                        mapping::get)
                .operation(
                        "UpdateEventSourceMapping",
                        "PUT",
                        MAPPINGS + "/{UUID}",
                        202,
                        UpdateEventSourceMappingRequest::builder,
                        mapping::update)
                .operation(
                        "DeleteEventSourceMapping",
                        "DELETE",
                        MAPPINGS + "/{UUID}",
                        202,
                        DeleteEventSourceMappingRequest::builder,
                        mapping::delete);
    }

    private ListFunctionsResponse list(Call call, ListFunctionsRequest request) {
        call.authorize("lambda:ListFunctions", "*");
        return ListFunctionsResponse.builder()
                .functions(functions.all().stream().map(Descriptions::of).toList())
                .build();
    }

    private GetFunctionResponse get(Call call, GetFunctionRequest request) {
        Function function = functions.require(call, "lambda:GetFunction", request.functionName(), request.qualifier());
        String location = function.version().code().directory().toUri().toString();
        return GetFunctionResponse.builder()
                .configuration(Descriptions.of(function))
                .code(code -> code.repositoryType("local directory").location(location))
                .build();
    }

    private GetFunctionConfigurationResponse getConfiguration(Call call, GetFunctionConfigurationRequest request) {
        Function function =
                functions.require(call, "lambda:GetFunctionConfiguration", request.functionName(), request.qualifier());
        return Members.copy(Descriptions.of(function), GetFunctionConfigurationResponse.builder())
                .build();
    }

    private DeleteFunctionResponse delete(Call call, DeleteFunctionRequest request) {
        Function function =
                functions.require(call, "lambda:DeleteFunction", request.functionName(), request.qualifier());
        functions.delete(function.name());
        return DeleteFunctionResponse.builder().build();
    }

    private ListVersionsByFunctionResponse listVersions(Call call, ListVersionsByFunctionRequest request) {
        Function function = functions.require(call, "lambda:ListVersionsByFunction", request.functionName(), null);
        return ListVersionsByFunctionResponse.builder()
                .versions(Descriptions.of(function))
                .build();
    }

    /** No function has tags. */
    private ListTagsResponse tags(Call call, ListTagsRequest request) {
        functions.require(call, "lambda:ListTags", request.resource(), null);
        return ListTagsResponse.builder().build();
    }

    private AddPermissionResponse addPermission(Call call, AddPermissionRequest request) {
        Function function =
                functions.require(call, "lambda:AddPermission", request.functionName(), request.qualifier());
        Members.requireOnly(PERMISSION_MEMBERS, request);
        String statement = function.permissions()
                .add(
                        request.statementId(),
                        request.principal(),
                        request.action(),
                        Optional.ofNullable(request.sourceArn()),
                        Optional.ofNullable(request.sourceAccount()));
        return AddPermissionResponse.builder().statement(statement).build();
    }

    private GetPolicyResponse getPolicy(Call call, GetPolicyRequest request) {
        Function function = functions.require(call, "lambda:GetPolicy", request.functionName(), request.qualifier());
        return GetPolicyResponse.builder()
                .policy(function.permissions().policy().orElseThrow(LambdaErrors::resourceNotFound))
                .build();
    }

    private RemovePermissionResponse removePermission(Call call, RemovePermissionRequest request) {
        Function function =
                functions.require(call, "lambda:RemovePermission", request.functionName(), request.qualifier());
        function.permissions().remove(request.statementId());
        return RemovePermissionResponse.builder().build();
    }
}
