package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sqs.Queues;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queuepolicy.html">AWS::SQS::QueuePolicy</a> */
public final class QueuePolicyDeployer implements ResourceDeployer {
    private final Queues queues;

    public QueuePolicyDeployer(Queues queues) {
        this.queues = queues;
    }

    @Override
    public String type() {
        return "AWS::SQS::QueuePolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("PolicyDocument", "Queues");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        List<String> urls = request.texts("Queues");
        set(urls, request.jsonText("PolicyDocument").orElse("{}"));
        return new DeployedResource(
                request.generatedId(), Map.of("Id", request.generatedId(), "Queues", String.join(",", urls)));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        delete(deployed);
        return create(request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        for (String url : deployed.attributes().getOrDefault("Queues", "").split(",")) {
            queues.find(url).ifPresent(queue -> queues.setAttributes(queue, Map.of("Policy", "")));
        }
    }

    private void set(List<String> urls, String document) {
        for (String url : urls) {
            var queue = queues.find(url)
                    .orElseThrow(() -> new AwsException(
                            400, "ValidationError", "The queue %s of a queue policy does not exist".formatted(url)));
            queues.setAttributes(queue, Map.of("Policy", document));
        }
    }
}
