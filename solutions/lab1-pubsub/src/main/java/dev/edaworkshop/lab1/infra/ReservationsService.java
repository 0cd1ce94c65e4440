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

        // begin exercise 1.7
        // What cannot be done the third time will not be done the fourth: it is put aside, for somebody to look at.
        queue = new EventQueue(this, "ReservationsQueue", 3);
        // end exercise 1.7
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
