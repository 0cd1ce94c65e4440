package dev.edaworkshop.lab2.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.sns.SubscriptionFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/**
 * Four tables at which goods are packed, by their price. Between them they get everything, and nothing twice. The ledger
 * next to them has no filter: it says how much was published.
 */
final class PackingTables extends Construct {

    private final Topic topic;
    private final Map<String, String> queueUrls = new TreeMap<>();

    PackingTables(Construct scope, String id, Topic topic) {
        super(scope, id);
        this.topic = topic;
        topic.addSubscription(queue("Ledger").subscription().build());

        // begin exercise 2.7
        // Each boundary is written twice and belongs to exactly one side: below "< 20", above ">= 20". The last table
        // has no upper end, and takes what has no price: no other condition holds for something that is not there.
        packAt("EnvelopeTable", price("<", 20));
        packAt("ParcelTable", price(">=", 20, "<", 100));
        packAt("InsuredTable", price(">=", 100, "<", 500));
        packAt("CrateTable", price(">=", 500), Map.of("exists", false));
        // end exercise 2.7
    }

    /** The queue of each table by the stack output that names it. */
    Map<String, String> queueUrls() {
        return queueUrls;
    }

    /** @param conditions alternatives: a table gets what meets one of them */
    private void packAt(String table, Object... conditions) {
        topic.addSubscription(queue(table)
                .subscription()
                .filterPolicy(Map.of("price", new SubscriptionFilter(List.of(conditions))))
                .build());
    }

    /** @param comparison such as {@code ">=", 20, "<", 100} */
    private static Map<String, Object> price(Object... comparison) {
        return Map.of("numeric", List.of(comparison));
    }

    private EventQueue queue(String id) {
        EventQueue queue = new EventQueue(this, id);
        queueUrls.put(id + "QueueUrl", queue.url());
        return queue;
    }
}
