package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.logs.LogGroups;
import java.util.Map;
import java.util.Set;

/**
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html">AWS::Logs::LogGroup</a>
 */
public final class LogGroupDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 512;

    private final String region;
    private final String accountId;
    private final LogGroups groups;

    public LogGroupDeployer(String region, String accountId, LogGroups groups) {
        this.region = region;
        this.accountId = accountId;
        this.groups = groups;
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
        groups.group(name);
        String arn = "arn:aws:logs:%s:%s:log-group:%s:*".formatted(region, accountId, name);
        return new DeployedResource(name, Map.of("Arn", arn));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        groups.delete(deployed.physicalId());
    }
}
