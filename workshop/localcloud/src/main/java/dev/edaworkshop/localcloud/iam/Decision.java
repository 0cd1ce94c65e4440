package dev.edaworkshop.localcloud.iam;

/** What IAM says to a request. */
public sealed interface Decision {
    record Allowed() implements Decision {}

    /**
     * @param policyType {@code identity-based}, {@code resource-based} or {@code permissions boundary}
     * @param explicit whether a statement denies, as opposed to none allowing
     */
    record Denied(String policyType, boolean explicit) implements Decision {
        /**
         * AWS's text.
         *
         * @param action as the service spells it
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access denied messages</a>
         */
        public String message(Principal caller, String action, String resourceArn) {
            String because = explicit
                    ? "with an explicit deny in %s %s policy"
                            .formatted(policyType.startsWith("i") ? "an" : "a", policyType)
                    : "because no %s%s allows the %s action"
                            .formatted(policyType, policyType.endsWith("boundary") ? "" : " policy", action);
            return "User: %s is not authorized to perform: %s on resource: %s %s"
                    .formatted(caller.arn(), action, resourceArn, because);
        }
    }
}
