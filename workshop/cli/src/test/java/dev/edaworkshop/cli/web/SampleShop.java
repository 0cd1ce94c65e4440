package dev.edaworkshop.cli.web;

import dev.edaworkshop.cli.control.ControlEndpoint;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.events.Rules;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** A local cloud with the page and a shop of topics, buses and queues, made without synthesizing anything. */
final class SampleShop implements AutoCloseable {
    private final ControlEndpoint control = new ControlEndpoint(Path.of(""));
    private final LocalCloud cloud;

    private SampleShop(int port) {
        cloud = LocalCloud.start(port, control);
        control.serve("sample shop", account());
    }

    /** Nothing in it yet. */
    static SampleShop empty() {
        return emptyOn(0);
    }

    static SampleShop emptyOn(int port) {
        return new SampleShop(port);
    }

    /**
     * The harbour's shop: a topic with three queues of which one only wants repriced products, and a bus with two rules.
     *
     * @param port 0 for any
     */
    static SampleShop openOn(int port) {
        SampleShop shop = new SampleShop(port);
        String topic = shop.topic("product_price_changed");
        shop.subscribe(topic, shop.queue("Inventory"), Map.of());
        shop.subscribe(topic, shop.queue("Notifications"), Map.of());
        Queue history = shop.queueWithDeadLetters("PriceHistory");
        shop.subscribe(
                topic,
                history,
                Map.of("FilterPolicyScope", "MessageBody", "FilterPolicy", "{\"change\": [\"REPRICED\"]}"));
        shop.bus("harbour");
        shop.rule("harbour", "receipts", "{\"source\": [\"shop.payments\"]}", shop.queue("Receipts"));
        shop.rule(
                "harbour",
                "big-orders",
                "{\"source\": [\"shop.payments\"], \"detail\": {\"data\": {\"amount\": [{\"numeric\": [\">=\", 100]}]}}}",
                shop.queue("BigOrders"));
        return shop;
    }

    static SampleShop open() {
        return openOn(0);
    }

    URI endpoint() {
        return cloud.endpoint();
    }

    int port() {
        return cloud.port();
    }

    Account account() {
        return cloud.account();
    }

    String topic(String name) {
        return account().topics().create(name, Map.of()).arn();
    }

    /** Everybody may send to it. */
    Queue queue(String name) {
        return queue(name, Map.of());
    }

    /** Messages that are received twice without being deleted go to a second queue. */
    Queue queueWithDeadLetters(String name) {
        Queue dead = queue(name + "DeadLetters");
        return queue(
                name,
                Map.of(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 2}".formatted(dead.arn())));
    }

    void subscribe(String topicArn, Queue queue, Map<String, String> attributes) {
        account().topics().subscribe(topicArn, "sqs", queue.arn(), attributes);
    }

    void bus(String name) {
        account().eventBuses().create(name, Optional.empty());
    }

    void rule(String bus, String name, String pattern, Queue target) {
        Rules rules = new Rules(account().eventBuses());
        rules.put(PutRuleRequest.builder()
                .name(name)
                .eventBusName(bus)
                .eventPattern(pattern)
                .build());
        rules.putTargets(
                name,
                bus,
                java.util.List.of(Target.builder().id("queue").arn(target.arn()).build()),
                false);
    }

    /** Publishes to a topic, as the attendee. */
    String publish(String topicArn, String body) {
        return deliver(topicArn, body, Map.of());
    }

    /** Puts an event, as the attendee; the body is its detail. */
    String put(String busArn, String source, String detailType, String detail) {
        return deliver(
                busArn,
                detail,
                Map.of(
                        "source", new Delivery.Attribute("String", source),
                        "detail-type", new Delivery.Attribute("String", detailType)));
    }

    String topicArn() {
        return account().topics().all().getFirst().arn();
    }

    String busArn(String name) {
        return account().eventBuses().bus(name).arn();
    }

    @Override
    public void close() {
        cloud.close();
    }

    private Queue queue(String name, Map<String, String> attributes) {
        Map<String, String> all = new HashMap<>(attributes);
        all.put("Policy", """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage",
                 "Resource": "*"}]}""");
        return account().queues().create(name, all);
    }

    private String deliver(String target, String body, Map<String, Delivery.Attribute> attributes) {
        String id = UUID.randomUUID().toString();
        account()
                .context()
                .deliveries()
                .deliver(new Delivery(
                        account().administrator(),
                        account().administrator().arn(),
                        target,
                        body,
                        attributes,
                        Map.of(),
                        id,
                        Optional.empty()));
        return id;
    }
}
