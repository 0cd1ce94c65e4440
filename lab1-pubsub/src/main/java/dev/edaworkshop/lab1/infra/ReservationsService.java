package dev.edaworkshop.lab1.infra;

import dev.edaworkshop.lab1.reservations.ReservationsHandler;
import software.constructs.Construct;

/** Inventory reserves what was paid for: a queue of payments, a function, and the tables it keeps. */
final class ReservationsService extends Construct {

    private final ShopFunction function;
    private final StockTables tables;
    private final EventQueue queue;

    ReservationsService(Construct scope, String id, PierTopics topics) {
        super(scope, id);
        function = new ShopFunction(this, "Reservations", ReservationsHandler.class);
        function.setVariable("STOCK_RESERVED_TOPIC_ARN", topics.stockReserved().getTopicArn());
        topics.stockReserved().grantPublish(function.role());

        tables = new StockTables(this, "Tables");
        tables.letReserve(function);

        /*
         * TODO 1.7  Twice is once.
         *
         * Somebody paid, Inventory takes the pieces out of the stock. It has to do so once for each payment, also if it
         * hears of the payment twice, and also if it cannot do it at once. There are three places to change: DynamoDbStock
         * counts, ReservationsHandler says what is done, and here the queue decides when to give up. At the moment it
         * hands out a message up to 1000 times. Let it put a message aside after the third.
         *
         * Check:  ./lab check 1.7
         * Read:   guide/lab1-pubsub.md#17-twice-is-once
         */
        queue = new EventQueue(this, "ReservationsQueue", 1000);
        queue.subscribeTo(topics.paymentTaken());
        function.readFrom(queue);
    }

    ShopFunction function() {
        return function;
    }

    StockTables tables() {
        return tables;
    }

    EventQueue queue() {
        return queue;
    }
}
