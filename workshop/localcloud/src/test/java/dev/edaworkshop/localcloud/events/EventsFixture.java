package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** A local cloud, AWS's client for its EventBridge, and queues that let EventBridge in. */
final class EventsFixture implements AutoCloseable {
    static final String ANY_ORDER = "{\"source\": [\"shop.orders\"]}";

    final LocalCloud cloud = LocalCloud.start(0);
    final EventBridgeClient events = client("anybody");

    EventBridgeClient client(String accessKey) {
        return EventBridgeClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "any")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** A client that may do what the role's policy says. */
    EventBridgeClient clientOf(String roleName, String policy) {
        role(roleName, "lambda.amazonaws.com", policy);
        return client(
                cloud.issueKey(cloud.account(), new Principal.AssumedRole(LocalCloud.ACCOUNT_ID, roleName, roleName)));
    }

    String role(String name, String trusted, String policy) {
        String arn = "arn:aws:iam::%s:role/%s".formatted(LocalCloud.ACCOUNT_ID, name);
        Policy trust = Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "%s"}}]}""".formatted(trusted));
        cloud.account()
                .context()
                .iam()
                .putRole(new Role(name, arn, trust, Map.of("own", Policy.parse(policy)), Optional.empty()));
        return arn;
    }

    static String allow(String action, String resource) {
        return """
                {"Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource);
    }

    /** A queue that EventBridge may send to. */
    Queue queue(String name) {
        Queue queue = closedQueue(name);
        cloud.account().context().iam().putResourcePolicy(queue.arn(), "Policy", Policy.parse("""
                        {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "%s",
                          "Principal": {"Service": "events.amazonaws.com"}}]}""".formatted(
                        queue.arn())));
        return queue;
    }

    /** A queue that nobody may send to. */
    Queue closedQueue(String name) {
        return cloud.account().queues().create(name, Map.of());
    }

    /** A rule on the default bus with one target, {@code T}. */
    String rule(String name, String pattern, String targetArn) {
        return rule(name, pattern, target -> target.arn(targetArn));
    }

    String rule(String name, String pattern, Consumer<Target.Builder> target) {
        return ruleOn("default", name, pattern, target);
    }

    String ruleOn(String bus, String name, String pattern, Consumer<Target.Builder> target) {
        String arn = events.putRule(rule -> rule.name(name).eventBusName(bus).eventPattern(pattern))
                .ruleArn();
        events.putTargets(request -> request.rule(name)
                .eventBusName(bus)
                .targets(Target.builder().id("T").applyMutation(target).build()));
        return arn;
    }

    /** Publishes {@code {"source": "shop.orders", "detail-type": "OrderPlaced", …}} to the default bus. */
    String put(String detail) {
        return put(entry -> entry.detail(detail));
    }

    String put(Consumer<PutEventsRequestEntry.Builder> change) {
        return events.putEvents(request -> request.entries(entry(change)))
                .entries()
                .getFirst()
                .eventId();
    }

    static PutEventsRequestEntry entry(Consumer<PutEventsRequestEntry.Builder> change) {
        return PutEventsRequestEntry.builder()
                .source("shop.orders")
                .detailType("OrderPlaced")
                .detail("{}")
                .applyMutation(change)
                .build();
    }

    List<String> bodies(Queue queue) {
        return queue.peek(Integer.MAX_VALUE).stream().map(PeekedMessage::body).toList();
    }

    List<Hop> hops(Hop.Kind kind) {
        return cloud.account().journal().hops().stream()
                .filter(hop -> hop.kind() == kind)
                .toList();
    }

    /** A stand-in for a service that others deliver to. */
    Recorder record(String service, Function<Delivery, DeliveryReceipt> answer) {
        Recorder recorder = new Recorder(service, answer);
        cloud.account().context().deliveries().register(recorder);
        return recorder;
    }

    static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        events.close();
        cloud.close();
    }

    /** Keeps what it is given. */
    static final class Recorder implements DeliveryTarget {
        final List<Delivery> received = new CopyOnWriteArrayList<>();
        private final String service;
        private final Function<Delivery, DeliveryReceipt> answer;

        private Recorder(String service, Function<Delivery, DeliveryReceipt> answer) {
            this.service = service;
            this.answer = answer;
        }

        @Override
        public String service() {
            return service;
        }

        @Override
        public DeliveryReceipt accept(Delivery delivery) {
            received.add(delivery);
            return answer.apply(delivery);
        }
    }
}
