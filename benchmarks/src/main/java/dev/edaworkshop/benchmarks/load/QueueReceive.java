package dev.edaworkshop.benchmarks.load;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** How many messages a second does one thread receive and delete, ten in each call? */
record QueueReceive(int messages, double target) implements Scenario {
    private static final int BATCH = 10;

    @Override
    public String name() {
        return "sqs-receive";
    }

    @Override
    public String question() {
        return "SQS receive and delete in tens, one thread, messages/s";
    }

    @Override
    public int threads() {
        return 1;
    }

    @Override
    public double run(Clients clients) throws Exception {
        try (TestQueue queue = TestQueue.create(clients.sqs())) {
            fill(clients.sqs(), queue.url());
            int[] received = {0};
            var time = Work.inParallel(1, 1, (thread, i) -> {
                while (received[0] < messages) {
                    received[0] += receiveAndDelete(clients.sqs(), queue.url());
                }
            });
            return Work.perSecond(messages, time);
        }
    }

    private void fill(SqsClient sqs, String url) {
        for (int sent = 0; sent < messages; sent += BATCH) {
            List<SendMessageBatchRequestEntry> entries = IntStream.range(0, BATCH)
                    .mapToObj(i -> SendMessageBatchRequestEntry.builder()
                            .id("m" + i)
                            .messageBody("message " + i)
                            .build())
                    .toList();
            sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
        }
    }

    private static int receiveAndDelete(SqsClient sqs, String url) {
        List<Message> messages = sqs.receiveMessage(
                        request -> request.queueUrl(url).maxNumberOfMessages(BATCH))
                .messages();
        if (messages.isEmpty()) {
            throw new IllegalStateException("the queue is empty too early");
        }
        List<DeleteMessageBatchRequestEntry> entries = IntStream.range(0, messages.size())
                .mapToObj(i -> DeleteMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .receiptHandle(messages.get(i).receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
        return messages.size();
    }
}
