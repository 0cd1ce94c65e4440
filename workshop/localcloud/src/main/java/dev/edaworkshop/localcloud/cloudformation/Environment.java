package dev.edaworkshop.localcloud.cloudformation;

/**
 * Where a stack is deployed: what the pseudo parameters {@code AWS::AccountId} and {@code AWS::Region} stand for.
 *
 * @param accountId twelve digits
 * @param region such as {@code us-east-1}
 */
public record Environment(String accountId, String region) {
    static final String PARTITION = "aws";
    static final String URL_SUFFIX = "amazonaws.com";

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
