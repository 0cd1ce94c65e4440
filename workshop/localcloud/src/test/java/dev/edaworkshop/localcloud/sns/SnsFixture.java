package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** A local cloud with queues that any topic may send to, and a client. */
final class SnsFixture implements AutoCloseable {
    final LocalCloud cloud = LocalCloud.start(0);
    final Account account = cloud.account();
    final SnsClient sns = SnsClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("anybody", "secret")))
            .build();

    String topic(String name, String... namesAndValues) {
        return sns.createTopic(request -> request.name(name).attributes(map(namesAndValues)))
                .topicArn();
    }

    Queue queue(String name) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("Policy", """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                  "Action": "sqs:SendMessage", "Resource": "*"}]}""");
        if (name.endsWith(".fifo")) {
            attributes.put("FifoQueue", "true");
        }
        return account.queues().create(name, attributes);
    }

    String subscribe(String topic, Queue queue, String... namesAndValues) {
        return subscribe(topic, "sqs", queue.arn(), namesAndValues);
    }

    String subscribe(String topic, String protocol, String endpoint, String... namesAndValues) {
        return sns.subscribe(request -> request.topicArn(topic)
                        .protocol(protocol)
                        .endpoint(endpoint)
                        .returnSubscriptionArn(true)
                        .attributes(map(namesAndValues)))
                .subscriptionArn();
    }

    List<String> bodies(Queue queue) {
        return queue.peek(100).stream().map(PeekedMessage::body).toList();
    }

    List<Hop> hops(Hop.Kind kind) {
        return account.journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }

    List<Hop.Kind> kinds() {
        return account.journal().hops().stream().map(Hop::kind).toList();
    }

    static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    @Override
    public void close() {
        sns.close();
        cloud.close();
    }

    private static Map<String, String> map(String... namesAndValues) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
