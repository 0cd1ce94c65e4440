package dev.edaworkshop.benchmarks.load;

import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * How many events a second does a bus route to a queue, ten in each call, and does it matter how many other rules it has?
 *
 * @param rules of which one matches
 */
record EventsThroughRules(int publishers, int rules, int events, double target) implements Scenario {
    private static final int BATCH = 10;
    private static final String DETAIL = """
            {"data":{"product_id":"TOY-1","category":"toys","price":19.99},"metadata":{"event_name":"product_created"}}""";

    @Override
    public String name() {
        return "events-" + rules;
    }

    @Override
    public String question() {
        return "PutEvents x 10 through %,d rule%s, %d publishers, events/s"
                .formatted(rules, rules == 1 ? "" : "s", publishers);
    }

    @Override
    public int threads() {
        return publishers;
    }

    @Override
    public double run(Clients clients) throws Exception {
        EventBridgeClient eventBridge = clients.events();
        String bus = "load-" + UUID.randomUUID();
        eventBridge.createEventBus(request -> request.name(bus));
        try (TestQueue queue = TestQueue.create(clients.sqs())) {
            for (int i = 0; i < rules; i++) {
                addRule(eventBridge, bus, i, queue.arn());
            }
            int calls = events / BATCH / publishers;
            long begin = System.nanoTime();
            Work.inParallel(publishers, calls, (thread, i) -> put(eventBridge, bus));
            queue.await((long) calls * BATCH * publishers);
            double figure =
                    Work.perSecond((long) calls * BATCH * publishers, Duration.ofNanos(System.nanoTime() - begin));
            for (int i = 0; i < rules; i++) {
                removeRule(eventBridge, bus, i);
            }
            return figure;
        } finally {
            eventBridge.deleteEventBus(request -> request.name(bus));
        }
    }

    private static void put(EventBridgeClient eventBridge, String bus) {
        PutEventsRequestEntry entry = PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source("shop.catalogue.0")
                .detailType("product_created")
                .detail(DETAIL)
                .build();
        int failed = eventBridge
                .putEvents(request -> request.entries(Collections.nCopies(BATCH, entry)))
                .failedEntryCount();
        if (failed > 0) {
            throw new IllegalStateException(failed + " of " + BATCH + " events were refused");
        }
    }

    /** The first rule matches all events, the others none. */
    private static void addRule(EventBridgeClient eventBridge, String bus, int number, String queueArn) {
        eventBridge.putRule(request -> request.eventBusName(bus)
                .name("rule-" + number)
                .eventPattern("{\"source\":[\"shop.catalogue." + number
                        + "\"],\"detail\":{\"data\":{\"category\":[\"toys\"]}}}"));
        if (number == 0) {
            eventBridge.putTargets(
                    request -> request.eventBusName(bus).rule("rule-0").targets(target -> target.id("queue")
                            .arn(queueArn)));
        }
    }

    private static void removeRule(EventBridgeClient eventBridge, String bus, int number) {
        if (number == 0) {
            eventBridge.removeTargets(
                    request -> request.eventBusName(bus).rule("rule-0").ids("queue"));
        }
        eventBridge.deleteRule(request -> request.eventBusName(bus).name("rule-" + number));
    }
}
