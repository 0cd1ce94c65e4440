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

/** A probe made with nothing but AWS's API: a queue, its policy, a subscription. */
final class QueueProbe implements Probe {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProbeQueue queue;
    private final List<ProbeMessage> received = new ArrayList<>();

    private QueueProbe(ProbeQueue queue) {
        this.queue = queue;
    }

    static QueueProbe subscribe(LabClients clients, String topicArn) {
        ProbeQueue queue = ProbeQueue.create(clients.sqs());
        queue.letIn("sns.amazonaws.com", topicArn);
        clients.sns().subscribe(request -> request.topicArn(topicArn)
                .protocol("sqs")
                .endpoint(queue.arn())
                .returnSubscriptionArn(true));
        return new QueueProbe(queue);
    }

    @Override
    public List<ProbeMessage> received() {
        queue.take().forEach(message -> received.add(open(message.body())));
        return List.copyOf(received);
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
