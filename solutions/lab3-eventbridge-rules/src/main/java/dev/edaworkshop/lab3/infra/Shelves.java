package dev.edaworkshop.lab3.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.IEventBus;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.SqsQueue;
import software.constructs.Construct;

/** Six shelves of the shop, each with a queue and a rule that says which new products belong there. */
final class Shelves extends Construct {

    private final IEventBus bus;
    private final Map<String, EventQueue> queues = new LinkedHashMap<>();

    Shelves(Construct scope, String id, IEventBus bus) {
        super(scope, id);
        this.bus = bus;
        // begin exercise 3.4
        // The conditions of lab 2 in their place: the facts lie in detail.data. Two of them had to be thought through
        // again. Lists: anything-but is content with one other element, so SecondHand asks a field with one value.
        // Objects: "exists" sees only fields that hold a value themselves, so BulkyGoods asks one level deeper.
        shelf("RopeLocker", Map.of("sku", List.of(Map.of("prefix", "ROP-"))));
        shelf("GrownUps", Map.of("category", List.of(Map.of("anything-but", List.of("toys", "games")))));
        shelf("HeavyGoods", Map.of("weight_kg", List.of(Map.of("numeric", List.of(">=", 100, "<", 500)))));
        shelf("BulkyGoods", Map.of("size", Map.of("length_cm", List.of(Map.of("exists", true)))));
        shelf("Unlabelled", Map.of("label", List.of(Map.of("exists", false))));
        shelf("SecondHand", Map.of("condition", List.of(Map.of("anything-but", "new"))));
        // end exercise 3.4
    }

    // begin exercise 3.4 place
    /** @param conditions on the facts of a new product, field by field */
    private void shelf(String name, Map<String, Object> conditions) {
        rule(name, Map.of("data", conditions));
    }
    // end exercise 3.4 place

    private void rule(String name, Map<String, Object> detail) {
        var queue = new EventQueue(this, name + "Queue");
        queues.put(name, queue);
        Rule.Builder.create(this, name)
                .eventBus(bus)
                .eventPattern(EventPattern.builder()
                        .source(List.of("shop.catalogue"))
                        .detailType(List.of("product_created"))
                        .detail(detail)
                        .build())
                .targets(List.of(new SqsQueue(queue.queue())))
                .build();
    }

    /** By the name of the stack's output: {@code RopeLockerQueueUrl}. */
    Map<String, String> queueUrls() {
        Map<String, String> urls = new LinkedHashMap<>();
        queues.forEach((name, queue) -> urls.put(name + "QueueUrl", queue.url()));
        return urls;
    }
}
