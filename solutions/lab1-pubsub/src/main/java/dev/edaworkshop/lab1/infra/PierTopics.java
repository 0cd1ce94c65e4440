package dev.edaworkshop.lab1.infra;

import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** The topics on which the others on the pier speak: Payments, Inventory and Notifications. */
final class PierTopics extends Construct {

    private final Topic paymentTaken;
    private final Topic paymentDeclined;
    private final Topic stockReserved;
    private final Topic stockDepleted;
    private final Topic receiptSent;

    PierTopics(Construct scope, String id) {
        super(scope, id);
        paymentTaken = topic("PaymentTaken");
        paymentDeclined = topic("PaymentDeclined");
        stockReserved = topic("StockReserved");
        stockDepleted = topic("StockDepleted");
        receiptSent = topic("ReceiptSent");
    }

    Topic paymentTaken() {
        return paymentTaken;
    }

    Topic paymentDeclined() {
        return paymentDeclined;
    }

    Topic stockReserved() {
        return stockReserved;
    }

    Topic stockDepleted() {
        return stockDepleted;
    }

    Topic receiptSent() {
        return receiptSent;
    }

    private Topic topic(String id) {
        return Topic.Builder.create(this, id).enforceSsl(true).build();
    }
}
