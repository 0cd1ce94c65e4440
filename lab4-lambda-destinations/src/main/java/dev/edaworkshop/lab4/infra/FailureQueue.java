package dev.edaworkshop.lab4.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Keeps what could not be done until somebody looks at it and has it done again. */
final class FailureQueue extends Construct {

    // Looking at the queue counts as receiving; whoever looks often is not to be punished for it.
    private static final int RECEIVES_BEFORE_PUT_ASIDE = 100;

    private final Queue queue;

    FailureQueue(Construct scope, String id) {
        super(scope, id);
        var unreadable = Queue.Builder.create(this, "Unreadable")
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        queue = Queue.Builder.create(this, "Queue")
                .enforceSsl(true)
                // As long as SQS keeps anything: a weekend is over before somebody looks.
                .retentionPeriod(Duration.days(14))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(unreadable)
                        .maxReceiveCount(RECEIVES_BEFORE_PUT_ASIDE)
                        .build())
                .build();
    }

    Queue queue() {
        return queue;
    }

    String url() {
        return queue.getQueueUrl();
    }
}
