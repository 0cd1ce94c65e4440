package dev.edaworkshop.localcloud.wire;

import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.util.Map;
import java.util.function.UnaryOperator;

/** One API call: who calls, and whether the caller may. */
public final class Call {
    private final Principal caller;
    private final Iam iam;
    private final Journal journal;
    private final AccessDeniedStyle accessDenied;
    private final String requestId;

    Call(Principal caller, Iam iam, Journal journal, AccessDeniedStyle accessDenied, String requestId) {
        this.caller = caller;
        this.iam = iam;
        this.journal = journal;
        this.accessDenied = accessDenied;
        this.requestId = requestId;
    }

    public Principal caller() {
        return caller;
    }

    public String requestId() {
        return requestId;
    }

    /**
     * Returns if the caller may perform the action.
     *
     * @param action as IAM spells it, such as {@code sns:Publish}
     * @throws AwsException the service's own form of "access denied", which names action and resource
     */
    public void authorize(String action, String resourceArn) {
        authorize(action, resourceArn, Map.of());
    }

    /** As {@link #authorize(String, String)}, with values for condition keys. */
    public void authorize(String action, String resourceArn, Map<String, String> conditionKeys) {
        if (iam.decide(caller, action, resourceArn, conditionKeys) instanceof Decision.Denied denied) {
            String spelled = accessDenied.spelling().apply(action);
            String message = denied.message(caller, spelled, resourceArn);
            journal.hop(Hop.Kind.DENIED)
                    .from(caller.arn())
                    .to(resourceArn)
                    .because(message)
                    .record();
            throw new AwsException(accessDenied.status(), accessDenied.code(), accessDenied.queryCode(), message);
        }
    }

    /**
     * How a service says no.
     *
     * @param spelling how the service writes an action in its text; SNS says {@code SNS:Publish}, SQS {@code sqs:sendmessage}
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
     */
    public record AccessDeniedStyle(int status, String code, String queryCode, UnaryOperator<String> spelling) {
        public AccessDeniedStyle(int status, String code) {
            this(status, code, code, UnaryOperator.identity());
        }
    }
}
