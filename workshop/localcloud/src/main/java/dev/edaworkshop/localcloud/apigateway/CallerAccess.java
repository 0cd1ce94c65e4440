package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who signed a request, and whether IAM lets them call: authorization type {@code AWS_IAM}. */
public final class CallerAccess {
    private final Iam iam;
    private final Function<WebRequest, Optional<Principal>> signer;

    /** @param signer gives whoever signed a request; empty if it is not signed */
    public CallerAccess(Iam iam, Function<WebRequest, Optional<Principal>> signer) {
        this.iam = iam;
        this.signer = signer;
    }

    public Optional<Principal> signer(WebRequest request) {
        return signer.apply(request);
    }

    /** Why the caller may not; empty if they may. */
    public Optional<String> denial(Principal caller, String methodArn) {
        return iam.decide(caller, "execute-api:Invoke", methodArn, Map.of()) instanceof Decision.Denied denied
                ? Optional.of(denied.message(caller, "execute-api:Invoke", methodArn))
                : Optional.empty();
    }
}
