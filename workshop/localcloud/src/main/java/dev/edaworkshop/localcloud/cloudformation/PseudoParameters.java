package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;

/** The names that every template may refer to without declaring them. */
record PseudoParameters(String accountId, String region, String stackName, String stackId) {

    /** All but {@code AWS::NoValue}, which has no value, and {@code AWS::NotificationARNs}, which is a list. */
    Map<String, String> values() {
        return Map.of(
                "AWS::AccountId", accountId,
                "AWS::Region", region,
                "AWS::Partition", "aws",
                "AWS::URLSuffix", "amazonaws.com",
                "AWS::StackName", stackName,
                "AWS::StackId", stackId);
    }
}
