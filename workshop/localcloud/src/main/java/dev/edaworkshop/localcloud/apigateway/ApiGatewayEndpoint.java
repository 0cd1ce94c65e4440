package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.apigateway.http.HttpApiActions;
import dev.edaworkshop.localcloud.apigateway.rest.RestApiActions;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;

/** API Gateway's own API, both versions: AWS signs them with the same name. */
public final class ApiGatewayEndpoint {
    private ApiGatewayEndpoint() {}

    public static RestService of(Apis apis, AccountContext account) {
        RestService service = new RestService(
                "apigateway",
                account.iam(),
                account.journal(),
                new Call.AccessDeniedStyle(403, "AccessDeniedException"));
        RestApiActions.addTo(service, apis, account.region());
        return HttpApiActions.addTo(service, apis, account.region());
    }
}
