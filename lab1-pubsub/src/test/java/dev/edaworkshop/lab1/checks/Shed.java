package dev.edaworkshop.lab1.checks;

import dev.edaworkshop.testkit.DeployedLab;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** The shed of a check: puts products onto the list, counts them, and has somebody pay for them. */
record Shed(DeployedLab lab) {

    /** A payment for some pieces of a product. */
    record Payment(String eventId, String productId, int quantity, String source) {

        String json() {
            return """
                    {"event_id": "%s", "event_name": "payment_taken", "source": "%s",
                     "occurred_at": "2026-11-20T09:15:00Z", "product_id": "%s", "quantity": %d, "amount": 49.80}""".formatted(eventId, source, productId, quantity);
        }
    }

    void put(String productId, int pieces) {
        lab.dynamoDb().putItem(request -> request.tableName(lab.output("StockTable"))
                .item(Map.of(
                        "product_id",
                        AttributeValue.fromS(productId),
                        "in_stock",
                        AttributeValue.fromN(String.valueOf(pieces)))));
    }

    /** How many pieces are left; of what is not on the list, none. */
    int count(String productId) {
        AttributeValue pieces = lab.dynamoDb()
                .getItem(request -> request.tableName(lab.output("StockTable"))
                        .key(Map.of("product_id", AttributeValue.fromS(productId)))
                        .consistentRead(true))
                .item()
                .get("in_stock");
        return pieces == null ? 0 : Integer.parseInt(pieces.n());
    }

    /** @param name tells this payment from the check's others */
    Payment payment(String name, String productId, int quantity) {
        return new Payment("%s-%s".formatted(lab.source(), name), productId, quantity, lab.source());
    }

    /** @return SNS's id of the message */
    String publish(Payment payment) {
        return lab.sns()
                .publish(request -> request.topicArn(lab.output("PaymentTakenTopicArn"))
                        .message(payment.json())
                        .messageAttributes(Map.of("event_name", text("payment_taken"), "source", text(lab.source()))))
                .messageId();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
