package dev.edaworkshop.lab2;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.edaworkshop.lab2.given.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToysCornerHandlerTest {

    // The handler does not look at it.
    private static final Context NO_CONTEXT = null;

    private final List<String> log = new ArrayList<>();
    private final ToysCornerHandler handler = new ToysCornerHandler(new ToysCorner(log::add));

    @Test
    void puts_what_it_is_given_on_the_shelf_and_says_which_event_it_was() {
        handler.handleRequest(batch(Samples.PRODUCT_CREATED), NO_CONTEXT);

        assertThat(log).containsExactly("On the shelf: Wooden boat (toys, event e-1)");
    }

    @Test
    void only_the_broken_message_goes_back_to_the_queue() {
        SQSBatchResponse response = handler.handleRequest(batch(Samples.PRODUCT_CREATED, "not an event"), NO_CONTEXT);

        assertThat(log).hasSize(1);
        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("message-1");
    }

    private static SQSEvent batch(String... bodies) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(IntStream.range(0, bodies.length)
                .mapToObj(number -> message("message-" + number, bodies[number]))
                .toList());
        return batch;
    }

    private static SQSMessage message(String id, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
