package dev.edaworkshop.testkit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue of a probe. */
record ProbeQueue(SqsClient sqs, String url, String arn) {

    static ProbeQueue create(SqsClient sqs) {
        String url = sqs.createQueue(request -> request.queueName("probe-" + UUID.randomUUID()))
                .queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        return new ProbeQueue(sqs, url, Objects.requireNonNull(arn, url));
    }

    /** Lets one topic or rule send to it. */
    void letIn(String service, String sourceArn) {
        String policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"},
                 "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(service, arn, sourceArn);
        sqs.setQueueAttributes(request -> request.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    }

    /** What is new, oldest first; it is deleted. */
    List<Message> take() {
        List<Message> taken = new ArrayList<>();
        while (true) {
            List<Message> messages = sqs.receiveMessage(
                            request -> request.queueUrl(url).maxNumberOfMessages(10))
                    .messages();
            if (messages.isEmpty()) {
                return taken;
            }
            for (Message message : messages) {
                taken.add(message);
                sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
            }
        }
    }
}
