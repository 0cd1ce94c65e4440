package dev.edaworkshop.localcloud.cloudformation;

import java.util.function.UnaryOperator;

/**
 * Where a stack is deployed: what the pseudo parameters {@code AWS::AccountId} and {@code AWS::Region} stand for.
 *
 * @param accountId twelve digits
 * @param region such as {@code us-east-1}
 * @param localized turns URLs in a text that lead to AWS into those that lead to the same resource here
 */
public record Environment(String accountId, String region, UnaryOperator<String> localized) {
    static final String PARTITION = "aws";
    static final String URL_SUFFIX = "amazonaws.com";

    /** Where URLs stay as they are. */
    public Environment(String accountId, String region) {
        this(accountId, region, UnaryOperator.identity());
    }

    /** An ARN in this account and region, such as {@code arn:aws:sqs:us-east-1:000000000000:orders}. */
    public String arn(String service, String resource) {
        return String.join(":", "arn", PARTITION, service, region, accountId, resource);
    }

    /** The text with {@code ${AWS::AccountId}}, {@code ${AWS::Region}} and {@code ${AWS::Partition}} filled in. */
    String fillIn(String text) {
        return text.replace("${AWS::AccountId}", accountId)
                .replace("${AWS::Region}", region)
                .replace("${AWS::Partition}", PARTITION);
    }
}
