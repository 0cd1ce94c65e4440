package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html">AWS::SNS::Subscription</a> */
public final class SubscriptionDeployer implements ResourceDeployer {
    /** Texts, or JSON that the API wants as a text. */
    private static final List<String> ATTRIBUTES =
            List.of("RawMessageDelivery", "RedrivePolicy", "FilterPolicy", "FilterPolicyScope", "DeliveryPolicy");

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
        return Set.of(
                "TopicArn",
                "Protocol",
                "Endpoint",
                "RawMessageDelivery",
                "RedrivePolicy",
                "FilterPolicy",
                "FilterPolicyScope",
                "DeliveryPolicy");
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
        Map<String, String> changes = new LinkedHashMap<>();
        ATTRIBUTES.forEach(name -> changes.put(name, ""));
        changes.put("RawMessageDelivery", "false");
        changes.putAll(attributes(request));
        topics.setSubscriptionAttributes(deployed.physicalId(), changes);
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        topics.unsubscribe(deployed.physicalId());
    }

    private static Map<String, String> attributes(ResourceRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTES.forEach(name -> request.jsonText(name).ifPresent(value -> attributes.put(name, value)));
        return attributes;
    }
}
