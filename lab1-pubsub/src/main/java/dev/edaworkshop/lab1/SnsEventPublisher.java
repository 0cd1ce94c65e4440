package dev.edaworkshop.lab1;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes an event to the topic that carries events of its name. */
public final class SnsEventPublisher implements EventPublisher {

    private static final String SUFFIX = "_TOPIC_ARN";

    private final SnsClient sns;
    private final Map<String, String> topicArns;

    /** @param topicArns the topic's ARN by event name */
    public SnsEventPublisher(SnsClient sns, Map<String, String> topicArns) {
        this.sns = sns;
        this.topicArns = Map.copyOf(topicArns);
    }

    /** Reads the topics from variables like {@code PRODUCT_CREATED_TOPIC_ARN}, which carries product_created. */
    public static SnsEventPublisher fromEnvironment(SnsClient sns, Map<String, String> environment) {
        Map<String, String> topicArns = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.endsWith(SUFFIX)) {
                topicArns.put(eventName(name), value);
            }
        });
        return new SnsEventPublisher(sns, topicArns);
    }

    @Override
    public void publish(ProductEvent event) {
        sns.publish(request -> request.topicArn(topicArn(event))
                .message(event.toJson())
                // Attributes stand on the outside of the message, where a subscription can see them.
                .messageAttributes(Map.of("event_name", text(event.eventName()), "source", text(event.source()))));
    }

    private String topicArn(ProductEvent event) {
        String arn = topicArns.get(event.eventName());
        if (arn == null) {
            throw new IllegalStateException(
                    "No topic carries %s; there are topics for %s. ProductTopics says which topic carries which event."
                            .formatted(event.eventName(), new TreeSet<>(topicArns.keySet())));
        }
        return arn;
    }

    private static String eventName(String variable) {
        return variable.substring(0, variable.length() - SUFFIX.length()).toLowerCase(Locale.ROOT);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
