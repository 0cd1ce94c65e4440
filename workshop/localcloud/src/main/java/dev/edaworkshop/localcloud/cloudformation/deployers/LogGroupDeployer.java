package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Map;
import java.util.Set;

/**
 * A log group needs no making: it is there as soon as a function that logs to it is.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html">AWS::Logs::LogGroup</a>
 */
public final class LogGroupDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 512;

    private final String region;
    private final String accountId;

    public LogGroupDeployer(String region, String accountId) {
        this.region = region;
        this.accountId = accountId;
    }

    @Override
    public String type() {
        return "AWS::Logs::LogGroup";
    }

    @Override
    public Set<String> properties() {
        return Set.of("LogGroupName");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "KmsKeyId", "encryption at rest cannot be observed here",
                "LogGroupClass", "there is one class of logs here",
                "RetentionInDays", "logs here live as long as the local cloud",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("LogGroupName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("LogGroupName", MAX_NAME);
        String arn = "arn:aws:logs:%s:%s:log-group:%s:*".formatted(region, accountId, name);
        return new DeployedResource(name, Map.of("Arn", arn));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        // The functions that log to it take their logs with them.
    }
}
