package dev.edaworkshop.testkit.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.testkit.DeployedLab.Probe;
import dev.edaworkshop.testkit.DeployedLab.ProbeMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A probe made with nothing but AWS's API: a queue, its policy, a subscription. */
final class QueueProbe implements Probe {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LabClients clients;
    private final String queueUrl;
    private final List<ProbeMessage> received = new ArrayList<>();

    private QueueProbe(LabClients clients, String queueUrl) {
        this.clients = clients;
        this.queueUrl = queueUrl;
    }

    static QueueProbe subscribe(LabClients clients, String topicArn) {
        String url = clients.sqs()
                .createQueue(request -> request.queueName("probe-" + UUID.randomUUID()))
                .queueUrl();
        String arn = clients.sqs()
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        String policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(arn, topicArn);
        clients.sqs().setQueueAttributes(request -> request.queueUrl(url)
                .attributes(Map.of(QueueAttributeName.POLICY, policy)));
        clients.sns()
                .subscribe(request ->
                        request.topicArn(topicArn).protocol("sqs").endpoint(arn).returnSubscriptionArn(true));
        return new QueueProbe(clients, url);
    }

    @Override
    public List<ProbeMessage> received() {
        while (true) {
            List<Message> messages = clients.sqs()
                    .receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
                    .messages();
            if (messages.isEmpty()) {
                return List.copyOf(received);
            }
            for (Message message : messages) {
                received.add(open(message.body()));
                clients.sqs()
                        .deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            }
        }
    }

    private static ProbeMessage open(String envelopeText) {
        try {
            JsonNode envelope = JSON.readTree(envelopeText);
            Map<String, String> attributes = new LinkedHashMap<>();
            envelope.path("MessageAttributes")
                    .properties()
                    .forEach(attribute -> attributes.put(
                            attribute.getKey(),
                            attribute.getValue().path("Value").asText()));
            return new ProbeMessage(
                    envelope.path("MessageId").asText(),
                    envelope.path("TopicArn").asText(),
                    envelope.path("Message").asText(),
                    attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("SNS delivers its envelope as JSON: " + envelopeText, e);
        }
    }
}
