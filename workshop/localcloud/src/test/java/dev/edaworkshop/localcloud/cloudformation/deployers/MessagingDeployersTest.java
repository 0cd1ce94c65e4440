package dev.edaworkshop.localcloud.cloudformation.deployers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.sns.Subscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues, topics and subscriptions as a template describes them. */
class MessagingDeployersTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final Account account = cloud.account();
    private final ResourceDeployer queues = new QueueDeployer(account.queues());
    private final ResourceDeployer topics = new TopicDeployer(account.topics());
    private final ResourceDeployer subscriptions = new SubscriptionDeployer(account.topics());

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_fifo_queue_without_name_gets_one_that_ends_in_fifo_and_returns_to_the_defaults() {
        DeployedResource queue = queues.create(request(queues, """
                {"FifoQueue": true, "ContentBasedDeduplication": "true", "DeduplicationScope": "messageGroup",
                 "FifoThroughputLimit": "perMessageGroupId", "DelaySeconds": 5}"""));
        assertThat(queue.attributes().get("QueueName")).endsWith(".fifo");
        assertThat(queueAttributes(queue.physicalId()))
                .containsEntry("FifoQueue", "true")
                .containsEntry("ContentBasedDeduplication", "true")
                .containsEntry("DeduplicationScope", "messageGroup")
                .containsEntry("FifoThroughputLimit", "perMessageGroupId")
                .containsEntry("DelaySeconds", "5");

        queues.update(queue, request(queues, "{\"FifoQueue\": true}"));

        assertThat(queueAttributes(queue.physicalId()))
                .containsEntry("ContentBasedDeduplication", "false")
                .containsEntry("DeduplicationScope", "queue")
                .containsEntry("FifoThroughputLimit", "perQueue")
                .containsEntry("DelaySeconds", "0");
    }

    @Test
    void a_topic_brings_its_own_subscriptions_and_an_update_keeps_to_them() {
        DeployedResource topic = topics.create(request(topics, """
                {"FifoTopic": true, "ContentBasedDeduplication": true,
                 "Subscription": [{"Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:a.fifo"},
                                  {"Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:b.fifo"}]}"""));
        assertThat(topic.physicalId()).endsWith(".fifo");
        Subscription kept = subscriptionsOf(topic).get(1);
        Subscription another = account.topics()
                .subscribe(topic.physicalId(), "sqs", "arn:aws:sqs:us-east-1:000000000000:c.fifo", Map.of());

        DeployedResource updated = topics.update(topic, request(topics, """
                {"FifoTopic": true,
                 "Subscription": [{"Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:b.fifo"},
                                  {"Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:d.fifo"}]}"""));

        assertThat(subscriptionsOf(updated))
                .contains(kept, another)
                .extracting(subscription -> subscription.endpoint().split(":")[5])
                .containsExactly("b.fifo", "c.fifo", "d.fifo");
    }

    @Test
    void tags_are_those_of_the_template_and_of_cloudformation() {
        String template = "{\"Tags\": [{\"Key\": \"team\", \"Value\": \"%s\"}]}";
        DeployedResource queue = queues.create(request(queues, template.formatted("red")));
        DeployedResource topic = topics.create(request(topics, template.formatted("red")));

        queues.update(queue, request(queues, template.formatted("blue")));
        topics.update(topic, request(topics, template.formatted("blue")));

        assertThat(account.queues().find(queue.physicalId()).orElseThrow().tags())
                .containsEntry("team", "blue")
                .containsEntry("aws:cloudformation:logical-id", "Thing");
        assertThat(account.topics().topic(topic.physicalId()).tags())
                .containsEntry("team", "blue")
                .containsEntry("aws:cloudformation:logical-id", "Thing");
    }

    @Test
    void a_topic_whose_subscription_is_refused_is_not_left_behind() {
        assertThatThrownBy(() -> topics.create(
                        request(topics, "{\"Subscription\": [{\"Protocol\": \"pigeon\", \"Endpoint\": \"roof\"}]}")))
                .hasMessageContaining("pigeon");
        assertThat(account.topics().all()).isEmpty();
    }

    @Test
    void a_filter_policy_may_be_an_object_or_a_text_and_changes_together_with_its_scope() {
        String topic = account.topics().create("products", Map.of()).arn();
        String basics = """
                "TopicArn": "%s", "Protocol": "sqs", "Endpoint": "arn:aws:sqs:us-east-1:000000000000:q\"""".formatted(topic);
        DeployedResource subscription = subscriptions.create(
                request(subscriptions, "{%s, \"FilterPolicy\": {\"change\": [\"REPRICED\"]}}".formatted(basics)));
        assertThat(policy(subscription)).isEqualTo("{\"change\":[\"REPRICED\"]}");

        subscriptions.update(subscription, request(subscriptions, """
                {%s, "FilterPolicy": "{\\"price\\":{\\"amount\\":[1]}}", "FilterPolicyScope": "MessageBody"}""".formatted(basics)));
        assertThat(policy(subscription)).isEqualTo("{\"price\":{\"amount\":[1]}}");

        subscriptions.update(subscription, request(subscriptions, "{%s}".formatted(basics)));
        assertThat(policy(subscription)).isEmpty();
    }

    private String policy(DeployedResource subscription) {
        return account.topics()
                .findSubscription(subscription.physicalId())
                .flatMap(found -> found.attributes().filterPolicy())
                .map(policy -> policy.json())
                .orElse("");
    }

    private List<Subscription> subscriptionsOf(DeployedResource topic) {
        return account.topics().topic(topic.physicalId()).subscriptions();
    }

    private Map<String, String> queueAttributes(String url) {
        try (SqsClient sqs = SqsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "x")))
                .build()) {
            return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                    .attributesAsStrings();
        }
    }

    private static ResourceRequest request(ResourceDeployer deployer, String properties) {
        return ResourceRequest.of("Shop", "Thing", deployer.type(), Properties.of(properties));
    }
}
