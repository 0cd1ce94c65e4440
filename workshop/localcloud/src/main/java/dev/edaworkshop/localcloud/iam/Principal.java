package dev.edaworkshop.localcloud.iam;

/** Who acts. */
public sealed interface Principal {
    /** How IAM names the principal in messages: an ARN, or a service's name. */
    String arn();

    /** Nobody in particular: the administrator of the account, who may do everything that is not denied. */
    record Administrator(String accountId) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + accountId + ":root";
        }
    }

    /**
     * A function at work.
     *
     * @param roleName whose policies count
     * @param sessionName Lambda uses the function's name
     */
    record AssumedRole(String accountId, String roleName, String sessionName) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:sts::%s:assumed-role/%s/%s".formatted(accountId, roleName, sessionName);
        }

        public String roleArn() {
            return "arn:aws:iam::%s:role/%s".formatted(accountId, roleName);
        }
    }

    /** An AWS service, such as {@code sns.amazonaws.com}; only resource policies let it in. */
    record Service(String name) implements Principal {
        @Override
        public String arn() {
            return name;
        }
    }
}
