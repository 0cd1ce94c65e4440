package dev.edaworkshop.localcloud.sts;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS on the wire. */
public final class StsEndpoint {
    private StsEndpoint() {}

    public static RpcService of(AccountContext account) {
        return new RpcService("sts", account.iam(), account.journal(), new Call.AccessDeniedStyle(403, "AccessDenied"))
                .query("https://sts.amazonaws.com/doc/2011-06-15/")
                .operation(
                        "GetCallerIdentity",
                        GetCallerIdentityRequest::builder,
                        (Call call, GetCallerIdentityRequest request) -> GetCallerIdentityResponse.builder()
                                .account(account.accountId())
                                .arn(call.caller().arn())
                                .userId(userId(call.caller()))
                                .build());
    }

    private static String userId(Principal caller) {
        return switch (caller) {
            case Principal.Administrator administrator -> administrator.accountId();
            case Principal.AssumedRole role -> "AROA" + role.roleName() + ":" + role.sessionName();
            case Principal.Service service -> service.name();
        };
    }
}
