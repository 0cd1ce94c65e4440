package dev.edaworkshop.lab2.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.subscriptions.SqsSubscription;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue that keeps events until its reader has dealt with them, and puts those aside that it cannot deal with. */
final class EventQueue extends Construct {

    private static final int RECEIVES_BEFORE_PUT_ASIDE = 3;

    private final Queue queue;

    EventQueue(Construct scope, String id) {
        super(scope, id);
        queue = Queue.Builder.create(this, "Queue")
                .enforceSsl(true)
                // Six times the function's timeout, as AWS advises: time for a batch that is tried again.
                .visibilityTimeout(Duration.seconds(6 * ShopFunction.TIMEOUT_SECONDS))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters())
                        .maxReceiveCount(RECEIVES_BEFORE_PUT_ASIDE)
                        .build())
                .build();
    }

    /**
     * A subscription of this queue, for {@code topic.addSubscription(queue.subscription().build())}. Without a filter
     * policy it lets everything through.
     */
    SqsSubscription.Builder subscription() {
        // Raw: the message's body is the event as it was published, without SNS's envelope around it.
        return SqsSubscription.Builder.create(queue).rawMessageDelivery(true);
    }

    /** One for all queues of the stack: SQS notes from which of them a message came, and can put it back there. */
    private IQueue deadLetters() {
        Stack stack = Stack.of(this);
        return stack.getNode().tryFindChild("DeadLetters") instanceof IQueue found
                ? found
                : Queue.Builder.create(stack, "DeadLetters")
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(14))
                        .build();
    }

    Queue queue() {
        return queue;
    }

    String url() {
        return queue.getQueueUrl();
    }
}
