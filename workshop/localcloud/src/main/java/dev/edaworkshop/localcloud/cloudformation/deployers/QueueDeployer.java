package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sqs.Queue;
import dev.edaworkshop.localcloud.sqs.Queues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html">AWS::SQS::Queue</a> */
public final class QueueDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 80;
    /** With SQS's defaults, to which an update returns what the template no longer sets. */
    private static final Map<String, String> NUMBERS = Map.of(
            "DelaySeconds", "0",
            "MaximumMessageSize", "1048576",
            "MessageRetentionPeriod", "345600",
            "ReceiveMessageWaitTimeSeconds", "0",
            "VisibilityTimeout", "30");

    /** The same, for what only FIFO queues have. */
    private static final Map<String, String> FIFO = Map.of(
            "ContentBasedDeduplication", "false",
            "DeduplicationScope", "queue",
            "FifoThroughputLimit", "perQueue");

    private static final List<String> POLICIES = List.of("RedrivePolicy", "RedriveAllowPolicy");

    private final Queues queues;

    public QueueDeployer(Queues queues) {
        this.queues = queues;
    }

    @Override
    public String type() {
        return "AWS::SQS::Queue";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "QueueName",
                "Tags",
                "FifoQueue",
                "ContentBasedDeduplication",
                "DeduplicationScope",
                "FifoThroughputLimit",
                "DelaySeconds",
                "MaximumMessageSize",
                "MessageRetentionPeriod",
                "ReceiveMessageWaitTimeSeconds",
                "VisibilityTimeout",
                "RedrivePolicy",
                "RedriveAllowPolicy");
    }

    @Override
    public Map<String, String> recordedProperties() {
        String encryption = "encryption at rest cannot be observed here";
        return Map.of(
                "KmsMasterKeyId", encryption,
                "KmsDataKeyReusePeriodSeconds", encryption,
                "SqsManagedSseEnabled", encryption);
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("QueueName", "FifoQueue");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "QueueName", "QueueUrl");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NUMBERS.keySet().forEach(name -> request.text(name).ifPresent(value -> attributes.put(name, value)));
        FIFO.keySet().forEach(name -> request.text(name).ifPresent(value -> attributes.put(name, value)));
        if (request.flag("FifoQueue")) {
            attributes.put("FifoQueue", "true");
        }
        POLICIES.forEach(name -> request.jsonText(name).ifPresent(value -> attributes.put(name, value)));
        Queue queue = queues.create(name(request), attributes);
        queue.tags().putAll(request.tags());
        return new DeployedResource(
                queue.url(), Map.of("Arn", queue.arn(), "QueueName", queue.name(), "QueueUrl", queue.url()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NUMBERS.forEach(
                (name, byDefault) -> attributes.put(name, request.text(name).orElse(byDefault)));
        if (request.flag("FifoQueue")) {
            FIFO.forEach(
                    (name, byDefault) -> attributes.put(name, request.text(name).orElse(byDefault)));
        }
        POLICIES.forEach(name -> attributes.put(name, request.jsonText(name).orElse("")));
        queues.find(deployed.physicalId()).ifPresent(queue -> {
            queues.setAttributes(queue, attributes);
            queue.tags().clear();
            queue.tags().putAll(request.tags());
        });
        return deployed;
    }

    private static String name(ResourceRequest request) {
        return request.text("QueueName")
                .orElseGet(() -> request.generatedName(MAX_NAME, request.flag("FifoQueue") ? ".fifo" : ""));
    }

    @Override
    public void delete(DeployedResource deployed) {
        queues.find(deployed.physicalId()).ifPresent(queues::delete);
    }
}
