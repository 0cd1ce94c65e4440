package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Topic;
import dev.edaworkshop.localcloud.sns.Topics;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html">AWS::SNS::Topic</a> */
public final class TopicDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 256;

    private final Topics topics;

    public TopicDeployer(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String type() {
        return "AWS::SNS::Topic";
    }

    @Override
    public Set<String> properties() {
        return Set.of("TopicName", "DisplayName");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "KmsMasterKeyId", "encryption at rest cannot be observed here",
                "SignatureVersion", "messages are not signed here",
                "TracingConfig", "there is no X-Ray here",
                "Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("TopicName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("TopicArn", "TopicName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Topic topic = topics.create(request.name("TopicName", MAX_NAME), Map.of());
        topics.setAttribute(topic, "DisplayName", request.text("DisplayName").orElse(""));
        return new DeployedResource(topic.arn(), Map.of("TopicArn", topic.arn(), "TopicName", topic.name()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        topics.setAttribute(
                topics.topic(deployed.physicalId()),
                "DisplayName",
                request.text("DisplayName").orElse(""));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        topics.delete(deployed.physicalId());
    }
}
