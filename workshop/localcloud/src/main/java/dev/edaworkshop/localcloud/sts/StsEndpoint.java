package dev.edaworkshop.localcloud.sts;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS on the wire. */
public final class StsEndpoint {
    private static final int DEFAULT_SECONDS = 3600;

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
                                .build())
                .operation(
                        "AssumeRole",
                        AssumeRoleRequest::builder,
                        (Call call, AssumeRoleRequest request) -> assumeRole(account, call, request));
    }

    private static AssumeRoleResponse assumeRole(AccountContext account, Call call, AssumeRoleRequest request) {
        Role role = account.iam()
                .roleByArn(request.roleArn())
                .filter(known -> known.trusts(call.caller()))
                .orElseThrow(() -> new AwsException(
                        403,
                        "AccessDenied",
                        "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                                .formatted(call.caller().arn(), request.roleArn())));
        Principal.AssumedRole session =
                new Principal.AssumedRole(account.accountId(), role.name(), request.roleSessionName());
        Duration duration = Duration.ofSeconds(
                Optional.ofNullable(request.durationSeconds()).orElse(DEFAULT_SECONDS));
        String key = account.accessKeys().issue(session);
        return AssumeRoleResponse.builder()
                .assumedRoleUser(user -> user.arn(session.arn()).assumedRoleId(userId(session)))
                .credentials(credentials -> credentials
                        .accessKeyId(key)
                        .secretAccessKey("not-checked")
                        .sessionToken("not-checked")
                        // Clients compare with their own clock.
                        .expiration(Instant.now().plus(duration)))
                .build();
    }

    private static String userId(Principal caller) {
        return switch (caller) {
            case Principal.Administrator administrator -> administrator.accountId();
            case Principal.AssumedRole role -> "AROA" + role.roleName() + ":" + role.sessionName();
            case Principal.Service service -> service.name();
        };
    }
}
