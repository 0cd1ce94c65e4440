package dev.edaworkshop.localcloud.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Journal journal = new Journal(() -> Instant.EPOCH);

    @Test
    void keeps_the_newest_hops_and_says_how_many_it_dropped() {
        for (int i = 0; i < 50_003; i++) {
            journal.hop(Hop.Kind.PUBLISHED).record();
        }

        assertThat(journal.hops())
                .hasSize(50_000)
                .first()
                .extracting(Hop::number)
                .isEqualTo(4L);
        assertThat(journal.dropped()).isEqualTo(3);
    }

    @Test
    void drops_old_hops_when_their_payloads_grow_too_large() {
        String megabyte = "x".repeat(1024 * 1024);
        for (int i = 0; i < 70; i++) {
            journal.hop(Hop.Kind.PUBLISHED).carrying(megabyte).record();
        }

        assertThat(journal.hops()).hasSize(64);
    }

    @Test
    void answers_with_the_hops_after_a_number() {
        for (int i = 0; i < 5; i++) {
            journal.hop(Hop.Kind.DELIVERED).record();
        }

        assertThat(journal.hopsAfter(3)).extracting(Hop::number).containsExactly(4L, 5L);
    }

    @Test
    void a_listener_hears_every_hop_until_it_stops_listening() {
        List<Hop> heard = new ArrayList<>();
        try (Journal.Listening listening = journal.listen(heard::add)) {
            journal.hop(Hop.Kind.INVOKED)
                    .to("arn:aws:lambda:us-east-1:000000000000:function:Inventory")
                    .record();
        }
        journal.hop(Hop.Kind.RETURNED).record();

        assertThat(heard).extracting(Hop::kind).containsExactly(Hop.Kind.INVOKED);
    }
}
