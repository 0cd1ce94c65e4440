package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;

/**
 * Whoever deploys roles and policies has to say that this is meant.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html">CreateStack,
 *     Capabilities</a>
 */
final class Capabilities {
    private static final String NAMED = "CAPABILITY_NAMED_IAM";
    private static final String ANY = "CAPABILITY_IAM";

    private Capabilities() {}

    /** @throws AwsException if the template needs a capability that was not given */
    static void require(String template, List<String> given) {
        boolean hasIam = template.contains("AWS::IAM::");
        boolean hasNames = hasIam && (template.contains("RoleName") || template.contains("ManagedPolicyName"));
        String needed = hasNames ? NAMED : ANY;
        boolean satisfied = given.contains(NAMED) || given.contains(ANY) && !hasNames;
        if (hasIam && !satisfied) {
            throw new AwsException(
                    400, "InsufficientCapabilitiesException", "Requires capabilities : [" + needed + "]");
        }
    }
}
