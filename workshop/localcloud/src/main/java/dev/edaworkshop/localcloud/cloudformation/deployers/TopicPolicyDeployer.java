package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Topics;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topicpolicy.html">AWS::SNS::TopicPolicy</a> */
public final class TopicPolicyDeployer implements ResourceDeployer {
    private final Topics topics;

    public TopicPolicyDeployer(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String type() {
        return "AWS::SNS::TopicPolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("PolicyDocument", "Topics");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        List<String> arns = request.texts("Topics");
        String document = request.jsonText("PolicyDocument").orElse("{}");
        arns.forEach(arn -> topics.setAttribute(topics.topic(arn), "Policy", document));
        return new DeployedResource(
                request.generatedId(), Map.of("Id", request.generatedId(), "Topics", String.join(",", arns)));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        delete(deployed);
        return create(request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        for (String arn : deployed.attributes().getOrDefault("Topics", "").split(",")) {
            topics.find(arn).ifPresent(topics::removePolicy);
        }
    }
}
