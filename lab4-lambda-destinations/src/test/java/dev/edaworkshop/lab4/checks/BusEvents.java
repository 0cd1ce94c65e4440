package dev.edaworkshop.lab4.checks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.testkit.DeployedLab.BusProbe;
import java.util.List;

/** What came over a bus, told apart by who put it there. */
final class BusEvents {

    /** Matches everything. */
    static final String EVERYTHING = """
            {"version": ["0"]}""";

    private static final String REPORT = "Lambda Function Invocation Result - ";

    private final BusProbe probe;

    BusEvents(BusProbe probe) {
        this.probe = probe;
    }

    /** Lambda's reports about successful invocations for an order. */
    List<JsonNode> successReports(String orderId) {
        return reports("Success", orderId);
    }

    /** Lambda's reports about invocations for an order that failed for good. */
    List<JsonNode> failureReports(String orderId) {
        return reports("Failure", orderId);
    }

    private List<JsonNode> reports(String kind, String orderId) {
        return events().stream()
                .filter(event -> event.path("source").asText().equals("lambda")
                        && event.path("detail-type").asText().equals(REPORT + kind))
                .map(event -> event.path("detail"))
                .filter(record -> orderId(record.path("requestPayload")).equals(orderId))
                .toList();
    }

    /** Events of this name about an order that somebody published, other than by a report of Lambda. */
    List<JsonNode> published(String eventName, String orderId) {
        return events().stream()
                .filter(event -> !event.path("source").asText().equals("lambda"))
                .filter(event -> event.path("detail-type").asText().equals(eventName))
                .map(event -> event.path("detail"))
                .filter(event -> orderId(event).equals(orderId))
                .toList();
    }

    /** The events of this name about an order, whichever way they came. */
    List<JsonNode> said(String eventName, String orderId) {
        return events().stream()
                .map(event -> event.path("detail"))
                .map(detail -> detail.has("responsePayload") ? detail.path("responsePayload") : detail)
                .filter(event ->
                        event.path("metadata").path("event_name").asText().equals(eventName))
                .filter(event -> orderId(event).equals(orderId))
                .toList();
    }

    private static String orderId(JsonNode event) {
        return event.path("data").path("order_id").asText();
    }

    private List<JsonNode> events() {
        return probe.received().stream().map(Shop::json).toList();
    }
}
