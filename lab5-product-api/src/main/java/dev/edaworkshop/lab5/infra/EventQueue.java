package dev.edaworkshop.lab5.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue that keeps events until its reader has dealt with them, and puts those aside that it cannot deal with. */
final class EventQueue extends Construct {

    private static final int RECEIVES_BEFORE_PUT_ASIDE = 3;

    private final Queue queue;
    private final Queue deadLetters;

    EventQueue(Construct scope, String id) {
        super(scope, id);
        deadLetters = Queue.Builder.create(this, "DeadLetters")
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        queue = Queue.Builder.create(this, "Queue")
                .enforceSsl(true)
                // Six times the function's timeout, as AWS advises: time for a batch that is tried again.
                .visibilityTimeout(Duration.seconds(6 * ShopFunction.TIMEOUT_SECONDS))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters)
                        .maxReceiveCount(RECEIVES_BEFORE_PUT_ASIDE)
                        .build())
                .build();
    }

    Queue queue() {
        return queue;
    }

    Queue deadLetters() {
        return deadLetters;
    }

    String url() {
        return queue.getQueueUrl();
    }
}
