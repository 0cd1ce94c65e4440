package dev.edaworkshop.localcloud.cloudformation;

import java.time.Instant;

/**
 * One step of a deployment.
 *
 * @param logicalId the stack's name if the step concerns the stack as a whole
 * @param physicalId empty before the resource exists
 * @param type {@code AWS::CloudFormation::Stack} for the stack as a whole
 * @param reason empty if there is nothing to explain
 */
public record StackEvent(
        Instant timestamp,
        String stackName,
        String logicalId,
        String physicalId,
        String type,
        ResourceStatus status,
        String reason) {
    static final String STACK_TYPE = "AWS::CloudFormation::Stack";

    public boolean isAboutStack() {
        return type.equals(STACK_TYPE);
    }
}
