package dev.edaworkshop.lab1.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue that keeps events until its reader has dealt with them, and puts those aside that it cannot deal with. */
final class EventQueue extends Construct {

    private static final int RECEIVES_BEFORE_PUT_ASIDE = 3;

    private final Queue queue;

    EventQueue(Construct scope, String id) {
        this(scope, id, RECEIVES_BEFORE_PUT_ASIDE);
    }

    /** @param receives how often a message is handed out, 1 to 1000, before it is put aside */
    EventQueue(Construct scope, String id, int receives) {
        super(scope, id);
        var deadLetters = Queue.Builder.create(this, "DeadLetters")
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        queue = Queue.Builder.create(this, "Queue")
                .enforceSsl(true)
                // Six times the function's timeout, as AWS advises: time for a batch that is tried again.
                .visibilityTimeout(Duration.seconds(6 * ShopFunction.TIMEOUT_SECONDS))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(receives)
                        .build())
                .build();
    }

    /** From now on the queue gets a copy of everything that is published to the topic. */
    void subscribeTo(Topic topic) {
        // Raw: the message's body is the event as it was published, without SNS's envelope around it.
        topic.addSubscription(
                SqsSubscription.Builder.create(queue).rawMessageDelivery(true).build());
    }

    Queue queue() {
        return queue;
    }

    String url() {
        return queue.getQueueUrl();
    }
}
