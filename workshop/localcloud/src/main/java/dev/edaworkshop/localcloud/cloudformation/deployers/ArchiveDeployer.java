package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.Archives;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.CreateArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateArchiveRequest;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-archive.html">AWS::Events::Archive</a> */
public final class ArchiveDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 48;
    private static final String ANY_EVENT = "{\"replay-name\":[{\"exists\":false}]}";

    private final Archives archives;

    public ArchiveDeployer(Archives archives) {
        this.archives = archives;
    }

    @Override
    public String type() {
        return "AWS::Events::Archive";
    }

    @Override
    public Set<String> properties() {
        return Set.of("ArchiveName", "SourceArn", "EventPattern", "RetentionDays", "Description");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("KmsKeyIdentifier", "encryption at rest cannot be observed here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("ArchiveName", "SourceArn");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "ArchiveName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("ArchiveName", MAX_NAME);
        String arn = archives.create(CreateArchiveRequest.builder()
                .archiveName(name)
                .eventSourceArn(request.requiredText("SourceArn"))
                .eventPattern(request.jsonText("EventPattern").orElse(null))
                .retentionDays(request.integer("RetentionDays").orElse(null))
                .description(request.text("Description").orElse(null))
                .build());
        return new DeployedResource(name, Map.of("Arn", arn, "ArchiveName", name));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        archives.update(UpdateArchiveRequest.builder()
                .archiveName(deployed.physicalId())
                .eventPattern(request.jsonText("EventPattern").orElse(ANY_EVENT))
                .retentionDays(request.integer("RetentionDays").orElse(0))
                .description(request.text("Description").orElse(""))
                .build());
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        archives.deleteIfPresent(deployed.physicalId());
    }
}
