package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html">AWS::SNS::Subscription</a> */
public final class SubscriptionDeployer implements ResourceDeployer {
    private final Topics topics;

    public SubscriptionDeployer(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String type() {
        return "AWS::SNS::Subscription";
    }

    @Override
    public Set<String> properties() {
        return Set.of("TopicArn", "Protocol", "Endpoint", "RawMessageDelivery", "RedrivePolicy");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Region", "there is one region here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("TopicArn", "Protocol", "Endpoint");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String arn = topics.subscribe(
                        request.requiredText("TopicArn"),
                        request.requiredText("Protocol"),
                        request.requiredText("Endpoint"),
                        attributes(request))
                .arn();
        return new DeployedResource(arn, Map.of("Arn", arn));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        topics.setSubscriptionAttribute(
                deployed.physicalId(), "RawMessageDelivery", String.valueOf(request.flag("RawMessageDelivery")));
        topics.setSubscriptionAttribute(
                deployed.physicalId(),
                "RedrivePolicy",
                request.jsonText("RedrivePolicy").orElse(""));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        topics.unsubscribe(deployed.physicalId());
    }

    private static Map<String, String> attributes(ResourceRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        request.text("RawMessageDelivery").ifPresent(raw -> attributes.put("RawMessageDelivery", raw));
        request.jsonText("RedrivePolicy").ifPresent(policy -> attributes.put("RedrivePolicy", policy));
        return attributes;
    }
}
