package dev.edaworkshop.localcloud.lambda;

/** Role ARNs, as functions have them. */
final class Roles {
    private Roles() {}

    /** The name in the ARN of a role, whatever its path. */
    static String name(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
