package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Topic;
import dev.edaworkshop.localcloud.sns.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html">AWS::SNS::Topic</a> */
public final class TopicDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 256;
    /** Not to be asked for by a template; how an update knows which subscriptions the topic's own property made. */
    private static final String SUBSCRIPTIONS = "Subscriptions";
    /** With SNS's defaults, to which an update returns what the template no longer sets. */
    private static final Map<String, String> SETTINGS = Map.of("DisplayName", "", "SignatureVersion", "1");
    /** The same, for what only FIFO topics have. */
    private static final Map<String, String> FIFO_SETTINGS =
            Map.of("ContentBasedDeduplication", "false", "FifoThroughputScope", "Topic");

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
        return Set.of(
                "TopicName",
                "Tags",
                "FifoTopic",
                "DisplayName",
                "SignatureVersion",
                "ContentBasedDeduplication",
                "FifoThroughputScope",
                "Subscription");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "KmsMasterKeyId", "encryption at rest cannot be observed here",
                "DeliveryStatusLogging", "the journal says what was delivered",
                "TracingConfig", "there is no X-Ray here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("TopicName", "FifoTopic");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("TopicArn", "TopicName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        boolean fifo = request.flag("FifoTopic");
        Map<String, String> attributes = new LinkedHashMap<>();
        if (fifo) {
            attributes.put("FifoTopic", "true");
        }
        settings(fifo).keySet().forEach(name -> request.text(name).ifPresent(value -> attributes.put(name, value)));
        String name = request.text("TopicName").orElseGet(() -> request.generatedName(MAX_NAME, fifo ? ".fifo" : ""));
        Topic topic = topics.create(name, attributes, request.tags());
        try {
            return described(topic, subscribe(topic, request));
        } catch (RuntimeException e) {
            topics.delete(topic.arn());
            throw e;
        }
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        Topic topic = topics.topic(deployed.physicalId());
        settings(request.flag("FifoTopic"))
                .forEach((name, byDefault) ->
                        topics.setAttribute(topic, name, request.text(name).orElse(byDefault)));
        topic.tags().clear();
        topic.tags().putAll(request.tags());
        List<String> wanted = subscribe(topic, request);
        Stream.of(deployed.attributes().getOrDefault(SUBSCRIPTIONS, "").split(","))
                .filter(before -> !wanted.contains(before))
                .forEach(topics::unsubscribe);
        return described(topic, wanted);
    }

    @Override
    public void delete(DeployedResource deployed) {
        topics.delete(deployed.physicalId());
    }

    private static Map<String, String> settings(boolean fifo) {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        if (fifo) {
            settings.putAll(FIFO_SETTINGS);
        }
        return settings;
    }

    /** Those who have subscribed already stay subscribed. */
    private List<String> subscribe(Topic topic, ResourceRequest request) {
        List<Properties> subscriptions = request.properties().objects("Subscription");
        return subscriptions.stream()
                .map(subscription -> topics.subscribe(
                                topic.arn(),
                                subscription.requiredText("Protocol"),
                                subscription.requiredText("Endpoint"),
                                Map.of())
                        .arn())
                .toList();
    }

    private static DeployedResource described(Topic topic, List<String> subscriptions) {
        return new DeployedResource(
                topic.arn(),
                Map.of(
                        "TopicArn",
                        topic.arn(),
                        "TopicName",
                        topic.name(),
                        SUBSCRIPTIONS,
                        String.join(",", subscriptions)));
    }
}
