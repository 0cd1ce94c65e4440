package dev.edaworkshop.benchmarks.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.sqs.model.Message;

/** How long does a message take from the call of Publish to a consumer that waits at the queue, at 100 a second? */
record DeliveryLatency(int messages, double target) implements Scenario {
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String question() {
        return "Delivery SNS to SQS to a waiting consumer at 100/s, 99th percentile, ms";
    }

    @Override
    public boolean moreIsBetter() {
        return false;
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public double run(Clients clients) throws Exception {
        String topic = clients.sns()
                .createTopic(request -> request.name("load-" + UUID.randomUUID()))
                .topicArn();
        try (TestQueue queue = TestQueue.create(clients.sqs())) {
            clients.sns().subscribe(request -> request.topicArn(topic)
                    .protocol("sqs")
                    .endpoint(queue.arn())
                    .attributes(Map.of("RawMessageDelivery", "true")));
            long[] nanos = new long[messages];
            AtomicInteger received = new AtomicInteger();
            // Thread 0 publishes at a steady rate, thread 1 consumes.
            Work.inParallel(2, 1, (thread, i) -> {
                if (thread == 0) {
                    publish(clients, topic);
                } else {
                    consume(clients, queue, nanos, received);
                }
            });
            Arrays.sort(nanos);
            return nanos[(int) Math.ceil(messages * 0.99) - 1] / 1e6;
        } finally {
            clients.sns().deleteTopic(request -> request.topicArn(topic));
        }
    }

    private void publish(Clients clients, String topic) {
        long next = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            next += PAUSE.toNanos();
            LockSupport.parkNanos(next - System.nanoTime());
            clients.sns().publish(request -> request.topicArn(topic).message(String.valueOf(System.nanoTime())));
        }
    }

    private void consume(Clients clients, TestQueue queue, long[] nanos, AtomicInteger received) {
        while (received.get() < messages) {
            for (Message message : clients.sqs()
                    .receiveMessage(request -> request.queueUrl(queue.url())
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(10))
                    .messages()) {
                nanos[received.getAndIncrement()] = System.nanoTime() - Long.parseLong(message.body());
                clients.sqs()
                        .deleteMessage(request -> request.queueUrl(queue.url()).receiptHandle(message.receiptHandle()));
            }
        }
    }
}
