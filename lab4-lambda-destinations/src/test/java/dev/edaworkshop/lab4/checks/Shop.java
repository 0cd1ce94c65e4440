package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.DeployedLab;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.model.Message;

/** The shop of lab 4, as its checks speak to it and look at it. */
record Shop(DeployedLab lab) {

    static final String AMOUNT = "24.90";

    private static final ObjectMapper JSON = new ObjectMapper();

    String payments() {
        return lab.output("PaymentsFunction");
    }

    /** What Inventory says, about an order that is to be paid with a card. */
    String stockReserved(String orderId, String card) {
        return stockReserved(orderId, card, "reserved-" + orderId);
    }

    String stockReserved(String orderId, String card, String eventId) {
        return event("stock_reserved", "shop.inventory", eventId, """
                {"order_id": "%s", "customer_id": "c-7", "sku": "TOY-0001", "amount": %s, "card": "%s"}""".formatted(orderId, AMOUNT, card));
    }

    /** An event of the shop; its correlation id is the check's own. */
    String event(String name, String source, String eventId, String data) {
        return """
                {"data": %s, "metadata": {"event_id": "%s", "event_name": "%s", "source": "%s", "version": 1,
                 "correlation_id": "%s", "created_at": "2026-11-20T09:15:00Z"}}""".formatted(data, eventId, name, source, lab.source());
    }

    /** Puts an event on the shop's bus. */
    void publish(String source, String detailType, String detail) {
        var entry = PutEventsRequestEntry.builder()
                .eventBusName(lab.output("BusName"))
                .source(source)
                .detailType(detailType)
                .detail(detail)
                .build();
        var answer = lab.events().putEvents(request -> request.entries(entry));
        if (answer.failedEntryCount() > 0) {
            throw new IllegalStateException("The bus refused the check's own event: " + answer.entries());
        }
    }

    /** Invokes a function as the bus would: nobody waits for it. */
    void invokeLater(String function, String json) {
        lab.lambda().invoke(request -> request.functionName(function)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(json)));
    }

    /** @param times how often it still happens */
    void provider(String mode, int times) {
        lab.dynamoDb().putItem(request -> request.tableName(lab.output("ProviderTable"))
                .item(Map.of(
                        "entry", AttributeValue.fromS("switch"),
                        "mode", AttributeValue.fromS(mode),
                        "times", AttributeValue.fromN(String.valueOf(times)))));
    }

    void providerWorks() {
        provider("up", 0);
    }

    /** How often the provider has charged for an order, by its own books. */
    long charges(String orderId) {
        return items("ProviderTable").stream()
                .filter(entry -> entry.getOrDefault("order_id", AttributeValue.fromS(""))
                        .s()
                        .equals(orderId))
                .count();
    }

    /** Where the payment of an order stands; empty if Payments has written down nothing. */
    String paymentState(String orderId) {
        return items("PaymentsTable").stream()
                .filter(item -> item.get("order_id").s().equals(orderId))
                .map(item ->
                        item.getOrDefault("state", AttributeValue.fromS("?")).s())
                .findFirst()
                .orElse("");
    }

    List<Map<String, AttributeValue>> items(String tableOutput) {
        return lab.dynamoDb()
                .scan(request -> request.tableName(lab.output(tableOutput)).consistentRead(true))
                .items();
    }

    /** What Payments was asked about an order, oldest first. */
    List<Attempt> attempts(String orderId) {
        return Attempt.of(lab.journal(), payments()).stream()
                .filter(attempt -> orderId.equals(
                        attempt.request().path("data").path("order_id").asText()))
                .toList();
    }

    /** Takes everything out of a queue. */
    List<String> take(String queueUrl) {
        return Stream.generate(() -> lab.sqs()
                        .receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10))
                        .messages())
                .takeWhile(messages -> !messages.isEmpty())
                .flatMap(List::stream)
                .peek(message -> lab.sqs()
                        .deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle())))
                .map(Message::body)
                .toList();
    }

    /** @return an empty object for what is no JSON: a wrong text has to get its reason, too */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
