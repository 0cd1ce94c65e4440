package dev.edaworkshop.localcloud.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.patterns.FilterPolicy.Scope;
import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.event.ruler.Ruler;

/**
 * Messages arrive where AWS's own engine, asked for one policy and one body at a time, says they do: through Publish,
 * subscriptions with filter policies on the body, and queues. {@code -Drouting.pairs=1000000} tries more than the usual
 * pairs.
 */
class FilterRoutingPropertyTest {
    private static final int PAIRS = Integer.getInteger("routing.pairs", 10_000);
    private static final int SUBSCRIPTIONS = 25;
    private static final int MESSAGES = 100;
    private static final int BATCH = 10;
    private static final long SEED = 20_261_121L;

    @Test
    void delivers_generated_messages_by_generated_policies_as_event_ruler_does() throws Exception {
        int matches = 0;
        for (int round = 0; round * SUBSCRIPTIONS * MESSAGES < PAIRS; round++) {
            matches += deliverOnce(SEED + round);
        }
        assertThat(matches).as("the generator is worth its name").isBetween(PAIRS / 20, PAIRS * 19 / 20);
    }

    private static int deliverOnce(long seed) throws Exception {
        RandomPatterns random = new RandomPatterns(seed);
        int matches = 0;
        try (LocalCloud cloud = LocalCloud.start(0);
                SnsClient sns = client(cloud)) {
            String topic = sns.createTopic(request -> request.name("products")).topicArn();
            Map<Queue, String> policies = new LinkedHashMap<>();
            while (policies.size() < SUBSCRIPTIONS) {
                String policy = random.pattern(true, true);
                if (isAccepted(policy)) {
                    policies.put(subscribe(cloud, sns, topic, "queue-" + policies.size(), policy), policy);
                }
            }
            // A number in front tells equal bodies apart; no policy asks for it.
            List<String> bodies = IntStream.range(0, MESSAGES)
                    .mapToObj(i -> random.event(3)
                            .replaceFirst("\\{", "{\"number\":" + i + ",")
                            .replace(",}", "}"))
                    .toList();
            publish(sns, topic, bodies);
            for (Map.Entry<Queue, String> subscription : policies.entrySet()) {
                matches += compare(seed, bodies, subscription.getKey(), subscription.getValue());
            }
        }
        return matches;
    }

    private static int compare(long seed, List<String> bodies, Queue queue, String policy) throws Exception {
        Set<String> expected = new HashSet<>();
        for (String body : bodies) {
            if (Ruler.matchesRule(body, policy)) {
                expected.add(body);
            }
        }
        Set<String> arrived =
                queue.peek(MESSAGES).stream().map(PeekedMessage::body).collect(Collectors.toSet());
        assertThat(arrived).as("seed %d, policy %s", seed, policy).isEqualTo(expected);
        return expected.size();
    }

    private static void publish(SnsClient sns, String topic, List<String> bodies) {
        for (int from = 0; from < bodies.size(); from += BATCH) {
            List<PublishBatchRequestEntry> entries = new ArrayList<>();
            for (String body : bodies.subList(from, from + BATCH)) {
                entries.add(PublishBatchRequestEntry.builder()
                        .id("m" + entries.size())
                        .message(body)
                        .build());
            }
            assertThat(sns.publishBatch(request -> request.topicArn(topic).publishBatchRequestEntries(entries))
                            .failed())
                    .isEmpty();
        }
    }

    private static Queue subscribe(LocalCloud cloud, SnsClient sns, String topic, String name, String policy) {
        Queue queue = cloud.account().queues().create(name, Map.of("Policy", """
                {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "*"}]}"""));
        sns.subscribe(request -> request.topicArn(topic)
                .protocol("sqs")
                .endpoint(queue.arn())
                .attributes(Map.of(
                        "RawMessageDelivery", "true", "FilterPolicyScope", "MessageBody", "FilterPolicy", policy)));
        return queue;
    }

    private static boolean isAccepted(String policy) {
        try {
            FilterPolicy.parse(policy, Scope.MESSAGE_BODY);
            return true;
        } catch (InvalidPatternException e) {
            return false; // Of generated policies AWS would refuse some.
        }
    }

    private static SnsClient client(LocalCloud cloud) {
        return SnsClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
