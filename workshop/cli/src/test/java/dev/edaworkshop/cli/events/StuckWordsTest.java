package dev.edaworkshop.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot.State;
import dev.edaworkshop.localcloud.journal.WhyNot.Stuck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StuckWordsTest {
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:Lab1PubSub-Worker0A1B2C3D-ABCDEFGHIJKL";

    @Test
    void says_where_and_why() {
        assertThat(StuckWords.of(stuck(State.FILTERED, "`region` is absent")))
                .isEqualTo("queue Worker: filtered out: `region` is absent");
        assertThat(StuckWords.of(stuck(State.WAITING, "")))
                .isEqualTo("queue Worker: waits, nobody has received it yet.");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void has_advice_for_each(State state) {
        assertThat(StuckWords.advice(stuck(state, ""))).isNotEmpty();
    }

    @Test
    void tells_programs() {
        assertThat(StuckWords.json("e-1", List.of(stuck(State.LOST, "gone"))))
                .contains("\"eventId\" : \"e-1\"", "\"state\" : \"LOST\"", "\"reason\" : \"gone\"");
    }

    private static Stuck stuck(State state, String reason) {
        return new Stuck(
                QUEUE, state, new Hop(1, Instant.EPOCH, Hop.Kind.FILTERED, "topic", QUEUE, "e-1", 0, reason, ""));
    }
}
