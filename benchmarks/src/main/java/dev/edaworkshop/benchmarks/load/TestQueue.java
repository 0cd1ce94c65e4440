package dev.edaworkshop.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue for one run, which anybody may send to. */
record TestQueue(SqsClient sqs, String url, String arn) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static TestQueue create(SqsClient sqs) {
        String url = sqs.createQueue(request -> request.queueName("load-" + UUID.randomUUID()))
                .queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        sqs.setQueueAttributes(
                request -> request.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
                 "Action": "sqs:SendMessage", "Resource": "%s"}]}""".formatted(arn))));
        return new TestQueue(sqs, url, arn);
    }

    /**
     * Waits until the queue holds so many messages, however they come.
     *
     * @throws IllegalStateException if it never does, or holds more
     */
    void await(long messages) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        long there = count();
        while (there < messages) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("%d of %d messages arrived in %s".formatted(there, messages, PATIENCE));
            }
            Thread.yield();
            there = count();
        }
        if (there > messages) {
            throw new IllegalStateException("%d messages arrived, %d were sent".formatted(there, messages));
        }
    }

    private long count() {
        return Long.parseLong(sqs.getQueueAttributes(request ->
                        request.queueUrl(url).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Override
    public void close() {
        sqs.deleteQueue(request -> request.queueUrl(url));
    }
}
