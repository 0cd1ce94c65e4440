package dev.edaworkshop.lab1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConsumerHandlersTest {

    // The handlers do not look at it.
    private static final Context NO_CONTEXT = null;

    private final List<String> log = new ArrayList<>();
    private final InventoryHandler inventory = new InventoryHandler(new Inventory(log::add));
    private final NotificationsHandler notifications = new NotificationsHandler(new Notifications(log::add));

    @Test
    void each_notes_one_line_for_each_event_with_its_id() {
        inventory.handleRequest(batch(Samples.PRODUCT_CREATED, Samples.PRODUCT_CREATED), NO_CONTEXT);
        notifications.handleRequest(batch(Samples.PRODUCT_CREATED), NO_CONTEXT);

        assertThat(log)
                .containsExactly(
                        "Inventory heard product_created about p-0001 (event e-1 from back-office)",
                        "Inventory heard product_created about p-0001 (event e-1 from back-office)",
                        "Notifications heard product_created about p-0001 (event e-1 from back-office)");
    }

    @Test
    void only_the_broken_message_goes_back_to_the_queue() {
        SQSBatchResponse response = inventory.handleRequest(
                batch(Samples.PRODUCT_CREATED, "not an event", Samples.PRODUCT_CREATED), NO_CONTEXT);

        assertThat(log).hasSize(2);
        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("message-1");
    }

    private static SQSEvent batch(String... bodies) {
        List<SQSMessage> messages = IntStream.range(0, bodies.length)
                .mapToObj(i -> {
                    SQSMessage message = new SQSMessage();
                    message.setMessageId("message-" + i);
                    message.setBody(bodies[i]);
                    return message;
                })
                .toList();
        SQSEvent batch = new SQSEvent();
        batch.setRecords(messages);
        return batch;
    }
}
