package dev.edaworkshop.localcloud.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.journal.WhyNot.State;
import dev.edaworkshop.localcloud.journal.WhyNot.Stuck;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhyNotTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:products";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:orders";
    private static final String DEAD = "arn:aws:sqs:us-east-1:000000000000:dead";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:stock";

    private final Journal journal = new Journal(() -> Instant.EPOCH);

    @Test
    void tells_which_subscriber_filtered_it_and_why() {
        hop(Hop.Kind.PUBLISHED, "me", TOPIC, "");
        hop(Hop.Kind.FILTERED, TOPIC, QUEUE, "`price` has type String; numeric needs Number");
        hop(Hop.Kind.DELIVERED, TOPIC, FUNCTION, "");
        hop(Hop.Kind.INVOKED, TOPIC, FUNCTION, "");
        hop(Hop.Kind.RETURNED, FUNCTION, "", "");

        assertThat(whyNot().stuck("e-1"))
                .extracting(Stuck::arn, Stuck::state, Stuck::reason)
                .containsExactly(tuple(QUEUE, State.FILTERED, "`price` has type String; numeric needs Number"));
        assertThat(whyNot().arrivedSomewhere("e-1")).isTrue();
        assertThat(whyNot().began("e-1")).contains(Instant.EPOCH);
    }

    @Test
    void tells_of_a_topic_without_subscribers() {
        hop(Hop.Kind.PUBLISHED, "me", TOPIC, "");
        hop(Hop.Kind.UNROUTED, TOPIC, "", "nobody subscribed");

        assertThat(whyNot().stuck("e-1"))
                .extracting(Stuck::arn, Stuck::state)
                .containsExactly(tuple(TOPIC, State.UNROUTED));
        assertThat(whyNot().arrivedSomewhere("e-1")).isFalse();
        assertThat(whyNot().began("e-2")).isEmpty();
    }

    @Test
    void forgets_a_failure_once_a_retry_succeeds() {
        hop(Hop.Kind.INVOKED, TOPIC, FUNCTION, "");
        hop(Hop.Kind.THREW, FUNCTION, "", "it threw");
        hop(Hop.Kind.RETRY_SCHEDULED, FUNCTION, FUNCTION, "retry 1 of 2 in 1 minute(s)");
        assertThat(whyNot().stuck("e-1")).extracting(Stuck::state).containsExactly(State.RETRY_DUE);

        hop(Hop.Kind.INVOKED, TOPIC, FUNCTION, "");
        assertThat(whyNot().stuck("e-1")).extracting(Stuck::state).containsExactly(State.AT_WORK);

        hop(Hop.Kind.RETURNED, FUNCTION, "", "");
        assertThat(whyNot().stuck("e-1")).isEmpty();
    }

    @Test
    void follows_a_message_from_its_queue_to_the_dead_letter_queue() {
        hop(Hop.Kind.DELIVERED, TOPIC, QUEUE, "");
        assertThat(whyNot().stuck("e-1")).extracting(Stuck::state).containsExactly(State.WAITING);

        hop(Hop.Kind.RECEIVED, QUEUE, "worker", "");
        hop(Hop.Kind.VISIBLE_AGAIN, "worker", QUEUE, "not deleted in time");
        assertThat(whyNot().stuck("e-1")).extracting(Stuck::state).containsExactly(State.WAITING_AGAIN);

        hop(Hop.Kind.DEAD_LETTERED, QUEUE, DEAD, "received 3 times");
        assertThat(whyNot().stuck("e-1"))
                .extracting(Stuck::arn, Stuck::state)
                .containsExactly(tuple(DEAD, State.DEAD_LETTERED));
    }

    @Test
    void chooses_the_event_that_ran_into_trouble_last() {
        journal.hop(Hop.Kind.LOST).event("lost-1").from(FUNCTION).record();
        journal.hop(Hop.Kind.LOST).event("lost-2").from(FUNCTION).record();
        journal.hop(Hop.Kind.DELIVERED).event("waits").to(QUEUE).record();
        journal.hop(Hop.Kind.RETURNED).event("fine").from(FUNCTION).record();

        assertThat(whyNot().latest()).hasValue("lost-2");
        assertThat(whyNot().events("lost")).containsExactly("lost-1", "lost-2");
    }

    @Test
    void falls_back_to_what_waits() {
        journal.hop(Hop.Kind.DELIVERED).event("waits").to(QUEUE).record();
        journal.hop(Hop.Kind.RETURNED).event("fine").from(FUNCTION).record();

        assertThat(whyNot().latest()).hasValue("waits");
    }

    private WhyNot whyNot() {
        return new WhyNot(journal.hops());
    }

    private void hop(Hop.Kind kind, String from, String to, String reason) {
        journal.hop(kind).event("e-1").from(from).to(to).because(reason).record();
    }
}
