package dev.edaworkshop.localcloud.iam;

import java.util.Map;
import java.util.TreeSet;

/**
 * The policies of AWS that functions of the labs may use.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS managed policies</a>
 */
public final class ManagedPolicies {
    private static final String PREFIX = "arn:aws:iam::aws:policy/";
    private static final String LOGS = "\"logs:CreateLogGroup\", \"logs:CreateLogStream\", \"logs:PutLogEvents\"";
    private static final Map<String, String> ACTIONS = Map.of(
            "AWSCloudFormationReadOnlyAccess",
            "\"cloudformation:Describe*\", \"cloudformation:EstimateTemplateCost\", \"cloudformation:Get*\","
                    + " \"cloudformation:List*\", \"cloudformation:ValidateTemplate\", \"cloudformation:Detect*\"",
            "AdministratorAccess",
            "\"*\"",
            "ReadOnlyAccess",
            "\"*:Describe*\", \"*:Get*\", \"*:List*\"",
            "service-role/AWSLambdaBasicExecutionRole",
            LOGS,
            "service-role/AWSLambdaSQSQueueExecutionRole",
            LOGS + ", \"sqs:ReceiveMessage\", \"sqs:DeleteMessage\", \"sqs:GetQueueAttributes\"");

    private ManagedPolicies() {}

    /** @throws IllegalArgumentException if the policy is none of those that are known here; names it and them */
    public static Policy policy(String arn) {
        String actions = arn.startsWith(PREFIX) ? ACTIONS.get(arn.substring(PREFIX.length())) : null;
        if (actions == null) {
            throw new IllegalArgumentException("The local cloud does not know the managed policy %s. It knows: %s."
                    .formatted(arn, String.join(", ", new TreeSet<>(ACTIONS.keySet()))));
        }
        return Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": [%s], "Resource": "*"}]}""".formatted(actions));
    }
}
