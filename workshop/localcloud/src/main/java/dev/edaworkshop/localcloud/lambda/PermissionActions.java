package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.AddPermissionResponse;
import software.amazon.awssdk.services.lambda.model.GetPolicyRequest;
import software.amazon.awssdk.services.lambda.model.GetPolicyResponse;
import software.amazon.awssdk.services.lambda.model.RemovePermissionRequest;
import software.amazon.awssdk.services.lambda.model.RemovePermissionResponse;

/** The resource policies of functions, versions and aliases, on the wire. */
final class PermissionActions {
    private static final String PATH = LambdaEndpoint.FUNCTION + "/policy";
    private static final Set<String> MEMBERS = Set.of(
            "FunctionName",
            "StatementId",
            "Action",
            "Principal",
            "SourceArn",
            "SourceAccount",
            "Qualifier",
            "FunctionUrlAuthType",
            "InvokedViaFunctionUrl");

    private final Functions functions;

    PermissionActions(Functions functions) {
        this.functions = functions;
    }

    void addTo(RestService service) {
        service.operation("AddPermission", "POST", PATH, 201, AddPermissionRequest::builder, this::add)
                .operation("GetPolicy", "GET", PATH, 200, GetPolicyRequest::builder, this::get)
                .operation(
                        "RemovePermission",
                        "DELETE",
                        PATH + "/{StatementId}",
                        204,
                        RemovePermissionRequest::builder,
                        this::remove);
    }

    private AddPermissionResponse add(Call call, AddPermissionRequest request) {
        Function function =
                functions.require(call, "lambda:AddPermission", request.functionName(), request.qualifier());
        Members.requireOnly(MEMBERS, request);
        String statement = function.permissions()
                .add(
                        request.statementId(),
                        request.principal(),
                        request.action(),
                        Optional.ofNullable(request.sourceArn()),
                        Optional.ofNullable(request.sourceAccount()),
                        Optional.ofNullable(request.functionUrlAuthTypeAsString()),
                        Optional.ofNullable(request.invokedViaFunctionUrl()));
        return AddPermissionResponse.builder().statement(statement).build();
    }

    private GetPolicyResponse get(Call call, GetPolicyRequest request) {
        Function function = functions.require(call, "lambda:GetPolicy", request.functionName(), request.qualifier());
        return GetPolicyResponse.builder()
                .policy(function.permissions().policy().orElseThrow(LambdaErrors::resourceNotFound))
                .revisionId(Descriptions.of(function).revisionId())
                .build();
    }

    private RemovePermissionResponse remove(Call call, RemovePermissionRequest request) {
        Function function =
                functions.require(call, "lambda:RemovePermission", request.functionName(), request.qualifier());
        function.permissions().remove(request.statementId());
        return RemovePermissionResponse.builder().build();
    }
}
