package dev.edaworkshop.lab1.terminals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.lab1.ProductEvent;
import dev.edaworkshop.lab1.reservations.MemoryStock;
import dev.edaworkshop.lab1.reservations.QueueMessage;
import dev.edaworkshop.lab1.reservations.Reservations;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Runs the reservations on paper: no network, a stock in memory, a clock that stands still. Each argument is one batch:
 * {@snippet lang=json :
 * {"remaining_ms": 5000, "stock": {"p-0001": 20}, "messages": [{"event_id": "e-1", "event_name": "payment_taken",
 *  "source": "till", "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-0001", "quantity": 2}]}
 * }
 * For each batch it prints what is left, what was said, and which messages are not done, counted from 0.
 */
public final class DryRun {

    static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLE = """
            {"remaining_ms": 5000, "stock": {"p-0001": 20}, "messages": [{"event_id": "e-1", "event_name": "payment_taken",
             "source": "till", "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-0001", "quantity": 2}]}""";

    public static void main(String[] args) throws IOException {
        NoSockets sockets = NoSockets.block();
        for (String batch : args.length == 0 ? List.of(SAMPLE) : List.of(args)) {
            ObjectNode result = run(JSON.readValue(batch, Batch.class));
            result.set("connections", JSON.valueToTree(sockets.asked()));
            System.out.println(result);
        }
    }

    private static ObjectNode run(Batch batch) throws IOException {
        MemoryStock stock = new MemoryStock(batch.stock());
        List<ProductEvent> published = new ArrayList<>();
        Reservations reservations = new Reservations(stock, published::add, InstantSource.fixed(NOW), "pier");
        List<QueueMessage> messages = IntStream.range(0, batch.messages().size())
                .mapToObj(i -> new QueueMessage(
                        String.valueOf(i), batch.messages().get(i).toString()))
                .toList();
        List<String> notDone = reservations.run(messages, () -> Duration.ofMillis(batch.remaining_ms()));
        ObjectNode result = JSON.createObjectNode();
        result.set("stock", JSON.valueToTree(stock.pieces()));
        ArrayNode events = result.putArray("published");
        for (ProductEvent event : published) {
            events.add(JSON.readTree(event.toJson()));
        }
        result.set("not_done", JSON.valueToTree(notDone));
        return result;
    }

    /** One batch of messages, and what the world looks like when it arrives. */
    record Batch(long remaining_ms, Map<String, Integer> stock, List<ObjectNode> messages) {}

    private DryRun() {}
}
