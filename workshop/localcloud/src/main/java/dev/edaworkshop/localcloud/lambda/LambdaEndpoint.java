package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/**
 * Lambda on the wire: each class of actions adds its own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html">Actions</a>
 */
public final class LambdaEndpoint {
    static final String FUNCTIONS = "/2015-03-31/functions";
    static final String FUNCTION = FUNCTIONS + "/{FunctionName}";

    private LambdaEndpoint() {}

    /** @param codeStore where requests find code that they name by bucket and key */
    public static RestService of(
            Functions functions, EventSourceMappings mappings, CodeStore codeStore, AccountContext account) {
        var accessDenied = new Call.AccessDeniedStyle(403, "AccessDeniedException");
        RestService service = new RestService("lambda", account.iam(), account.journal(), accessDenied);
        InvokeAction invoke = new InvokeAction(functions);
        service.operation("Invoke", "POST", FUNCTION + "/invocations", 200, InvokeRequest::builder, invoke::invoke);
        new FunctionActions(functions, codeStore, account).addTo(service);
        new VersionActions(functions).addTo(service);
        new LayerActions(functions, codeStore, account).addTo(service);
        new ConcurrencyActions(functions).addTo(service);
        new AsyncConfigurationActions(functions).addTo(service);
        new PermissionActions(functions).addTo(service);
        new TagActions(functions).addTo(service);
        new MappingActions(mappings, functions, account).addTo(service);
        return service;
    }
}
