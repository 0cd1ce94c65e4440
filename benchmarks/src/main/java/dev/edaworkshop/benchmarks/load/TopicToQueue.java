package dev.edaworkshop.benchmarks.load;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** How many messages a second go from publishers through a topic into a queue? */
record TopicToQueue(int publishers, int messages, double target) implements Scenario {
    private static final String BODY = """
            {"data":{"product_id":"TOY-1","category":"toys","price":19.99},"metadata":{"event_name":"product_created"}}""";

    @Override
    public String name() {
        return "sns-sqs-" + publishers;
    }

    @Override
    public String question() {
        return "SNS to SQS, %d publisher%s, messages/s".formatted(publishers, publishers == 1 ? "" : "s");
    }

    @Override
    public int threads() {
        return publishers;
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
            int each = messages / publishers;
            long begin = System.nanoTime();
            Work.inParallel(publishers, each, (thread, i) -> clients.sns()
                    .publish(request -> request.topicArn(topic).message(BODY)));
            queue.await((long) each * publishers);
            return Work.perSecond((long) each * publishers, Duration.ofNanos(System.nanoTime() - begin));
        } finally {
            clients.sns().deleteTopic(request -> request.topicArn(topic));
        }
    }
}
