package dev.edaworkshop.benchmarks.load;

import java.time.Duration;

/** How many messages a second does one thread send to a queue? */
record QueueSend(int messages, double target) implements Scenario {
    @Override
    public String name() {
        return "sqs-send";
    }

    @Override
    public String question() {
        return "SQS SendMessage, one thread, messages/s";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public double run(Clients clients) throws Exception {
        try (TestQueue queue = TestQueue.create(clients.sqs())) {
            Duration time = Work.inParallel(1, messages, (thread, i) -> clients.sqs()
                    .sendMessage(request -> request.queueUrl(queue.url()).messageBody("message " + i)));
            queue.await(messages);
            return Work.perSecond(messages, time);
        }
    }
}
