package dev.edaworkshop.localcloud.sqs;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** One of the two that are compared: a queue, and what is in flight, by the text of the messages, which is unique. */
final class OracleSide implements AutoCloseable {
    private static final int LONGER_THAN_THE_TEST = 43_200;

    final String name;
    private final SqsClient sqs;
    private final Map<String, String> handles = new LinkedHashMap<>();
    private String url = "";

    OracleSide(String name, URI endpoint) {
        this.name = name;
        sqs = SqsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .build();
    }

    void createQueue(String queue, boolean fifo) {
        handles.clear();
        url = sqs.createQueue(request -> request.queueName(queue)
                        .attributes(fifo ? Map.of(QueueAttributeName.FIFO_QUEUE, "true") : Map.of()))
                .queueUrl();
    }

    /** @return each entry's id, and the digests of what was sent */
    Map<String, String> send(List<SendMessageBatchRequestEntry> entries) {
        Map<String, String> digests = new LinkedHashMap<>();
        sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries))
                .successful()
                .forEach(sent -> digests.put(sent.id(), sent.md5OfMessageBody() + " " + sent.md5OfMessageAttributes()));
        return digests;
    }

    /** @return the message id */
    String send(String body, String group, String deduplicationId) {
        return sqs.sendMessage(request -> request.queueUrl(url)
                        .messageBody(body)
                        .messageGroupId(group)
                        .messageDeduplicationId(deduplicationId))
                .messageId();
    }

    List<Message> receive(int max) {
        List<Message> received = sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(max)
                        .visibilityTimeout(LONGER_THAN_THE_TEST)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
        received.forEach(message -> handles.put(message.body(), message.receiptHandle()));
        return received;
    }

    List<Message> receiveAll() {
        List<Message> all = new ArrayList<>();
        for (List<Message> some = receive(10); !some.isEmpty(); some = receive(10)) {
            all.addAll(some);
        }
        return all;
    }

    List<String> inFlight() {
        return handles.keySet().stream().sorted().toList();
    }

    void delete(List<String> bodies) {
        List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String body : bodies) {
            entries.add(DeleteMessageBatchRequestEntry.builder()
                    .id("e" + entries.size())
                    .receiptHandle(handles.remove(body))
                    .build());
        }
        sqs.deleteMessageBatch(request -> request.queueUrl(url).entries(entries));
    }

    void giveBack(List<String> bodies) {
        List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
        for (String body : bodies) {
            entries.add(ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id("e" + entries.size())
                    .receiptHandle(handles.remove(body))
                    .visibilityTimeout(0)
                    .build());
        }
        sqs.changeMessageVisibilityBatch(request -> request.queueUrl(url).entries(entries));
    }

    void purge() {
        handles.clear();
        sqs.purgeQueue(request -> request.queueUrl(url));
    }

    void setAttribute(QueueAttributeName attribute, String value) {
        sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(Map.of(attribute, value)));
    }

    Map<QueueAttributeName, String> attributes() {
        return sqs.getQueueAttributes(request -> request.queueUrl(url)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                QueueAttributeName.VISIBILITY_TIMEOUT))
                .attributes();
    }

    @Override
    public void close() {
        sqs.close();
    }
}
