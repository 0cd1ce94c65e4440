package dev.edaworkshop.lab5.infra;

import java.util.List;
import software.amazon.awscdk.services.events.EventBus;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What the whole shop hears: the bus {@code harbour}, and a topic that stands ready to take its place. */
final class HarbourBus extends Construct {

    private final EventBus bus;
    private final Topic topic;

    HarbourBus(Construct scope, String id) {
        super(scope, id);
        bus = EventBus.Builder.create(this, "Bus").eventBusName("harbour").build();
        topic = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    }

    /** Lets a function say what happened; it chooses the way by its variable {@code EVENT_PROVIDER}. */
    void letPublish(ShopFunction function) {
        function.role()
                .addToPrincipalPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("events:PutEvents"))
                        .resources(List.of(bus.getEventBusArn()))
                        .build());
        topic.grantPublish(function.role());
        function.setVariable("EVENT_PROVIDER", "eventbridge");
        function.setVariable("EVENT_BUS_NAME", bus.getEventBusName());
        function.setVariable("EVENT_TOPIC_ARN", topic.getTopicArn());
    }

    /** From now on the queue gets a copy of every event that matches, in EventBridge's envelope. */
    void deliver(String ruleId, EventPattern pattern, EventQueue queue) {
        Rule.Builder.create(this, ruleId)
                .eventBus(bus)
                .eventPattern(pattern)
                .targets(List.of(SqsQueue.Builder.create(queue.queue())
                        // What cannot be delivered is not lost, and says why.
                        .deadLetterQueue(queue.deadLetters())
                        .build()))
                .build();
    }

    String busName() {
        return bus.getEventBusName();
    }

    String topicArn() {
        return topic.getTopicArn();
    }
}
