package dev.edaworkshop.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.compare.EventsDiff.Station;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventsDiffTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:Created";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:Mail";

    private final List<Hop> mine = new ArrayList<>();
    private final List<Hop> solution = new ArrayList<>();

    @Test
    void counts_by_station_and_ignores_what_chance_decides() {
        published(mine, "a", "{\"id\": \"0b0c2b1e-1111-4222-8333-444455556666\"}");
        published(solution, "b", "{\"id\": \"9b0c2b1e-1111-4222-8333-444455556666\"}");
        hop(solution, Hop.Kind.RECEIVED, QUEUE, "b", "");

        EventsDiff diff = new EventsDiff(mine, solution);

        assertThat(diff.stations()).containsExactly(new Station("topic Created", "published to", 1, 1));
        assertThat(diff.firstDifference()).isEmpty();
    }

    @Test
    void names_the_first_event_that_fared_differently() {
        for (String event : List.of("1", "2")) {
            published(mine, event, "event " + event);
            published(solution, event, "event " + event);
            hop(solution, Hop.Kind.DELIVERED, QUEUE, event, "");
        }
        hop(mine, Hop.Kind.DELIVERED, QUEUE, "1", "");

        assertThat(new EventsDiff(mine, solution).firstDifference())
                .contains("Event 2, event 2 to topic Created: in the solution delivered to queue Mail once,"
                        + " in yours never.");
    }

    @Test
    void names_the_first_event_that_says_something_else() {
        published(mine, "1", "create_product");
        published(solution, "1", "product_created");

        assertThat(new EventsDiff(mine, solution).firstDifference().orElseThrow())
                .contains("yours publishes create_product", "the solution publishes product_created");
    }

    private static void published(List<Hop> journal, String event, String payload) {
        hop(journal, Hop.Kind.PUBLISHED, TOPIC, event, payload);
    }

    private static void hop(List<Hop> journal, Hop.Kind kind, String to, String event, String payload) {
        journal.add(new Hop(journal.size() + 1, Instant.EPOCH, kind, "somebody", to, event, 0, "", payload));
    }
}
