package dev.edaworkshop.lab2.given;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes an event to the topic that carries events of its name. */
public final class SnsEventPublisher implements EventPublisher {

    private static final String SUFFIX = "_TOPIC_ARN";

    private final SnsClient sns;
    private final Map<String, String> topicArns;
    private final Function<ProductEvent, Map<String, MessageAttributeValue>> attributes;

    /**
     * @param topicArns the topic's ARN by event name
     * @param attributes what stands on the outside of the message, where a subscription can see it
     */
    public SnsEventPublisher(
            SnsClient sns,
            Map<String, String> topicArns,
            Function<ProductEvent, Map<String, MessageAttributeValue>> attributes) {
        this.sns = sns;
        this.topicArns = Map.copyOf(topicArns);
        this.attributes = attributes;
    }

    /** Finds the topics in variables like {@code PRODUCT_CREATED_TOPIC_ARN}, which carries product_created. */
    public static Map<String, String> topicsIn(Map<String, String> environment) {
        Map<String, String> topicArns = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.endsWith(SUFFIX)) {
                topicArns.put(eventName(name), value);
            }
        });
        return topicArns;
    }

    @Override
    public void publish(ProductEvent event) {
        sns.publish(request ->
                request.topicArn(topicArn(event)).message(event.toJson()).messageAttributes(attributes.apply(event)));
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
}
