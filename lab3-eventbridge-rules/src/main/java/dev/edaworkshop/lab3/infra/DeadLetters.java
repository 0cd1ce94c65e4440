package dev.edaworkshop.lab3.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue for what could not be delivered, kept for two weeks. */
final class DeadLetters extends Construct {

    private final Queue queue;

    DeadLetters(Construct scope, String id) {
        super(scope, id);
        queue = Queue.Builder.create(this, "Queue")
                .enforceSsl(true)
                .retentionPeriod(Duration.days(14))
                .build();
        NagSuppressions.addResourceSuppressions(
                queue,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-SQS3")
                        .reason(
                                "It is a dead-letter queue itself, of a rule's target; the review looks only at queues and"
                                        + " functions for those who use it.")
                        .build()));
    }

    Queue queue() {
        return queue;
    }
}
