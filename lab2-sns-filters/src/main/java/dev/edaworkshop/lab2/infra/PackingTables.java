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

        /*
         * TODO 2.7  Nothing lost.
         *
         * Four tables pack what the shop sells: below 20 euros in an envelope, from 20 in a parcel, from 100 insured, from
         * 500 in a crate. Something without a price ("ask at the harbour office") goes in a crate, too. Some goods are
         * packed twice at the moment, and some never. Let every event reach exactly one table.
         *
         * Check:  ./lab check 2.7
         * Read:   guide/lab2-sns-filters.md#27-nothing-lost
         */
        packAt("EnvelopeTable", price("<=", 20));
        packAt("ParcelTable", price(">=", 10, "<", 100));
        packAt("InsuredTable", price(">=", 100, "<", 500));
        packAt("CrateTable", price(">", 500));
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
