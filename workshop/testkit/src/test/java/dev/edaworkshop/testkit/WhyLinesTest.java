package dev.edaworkshop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyLinesTest {
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:events";
    private static final Red NOTHING = Red.because("lost", "an event", "nothing arrived");

    private final Journal journal = new Journal(() -> Instant.EPOCH);

    @Test
    void a_red_tells_which_filter_kept_the_events_back() {
        filtered("e-1", "`category` is absent");
        filtered("e-2", "`category` is absent");

        assertThat(WhyLines.of(journal.hops(), NOTHING))
                .containsExactly("Why: at orders it was filtered out, `category` is absent");
    }

    @Test
    void a_filter_that_lets_other_events_through_is_no_news() {
        journal.hop(Hop.Kind.PUBLISHED).to(TOPIC).event("e-1").record();
        filtered("e-1", "`category` is absent");
        journal.hop(Hop.Kind.PUBLISHED).to(TOPIC).event("e-2").record();

        assertThat(WhyLines.of(journal.hops(), NOTHING)).isEmpty();
    }

    @Test
    void a_red_tells_which_call_was_denied() {
        journal.hop(Hop.Kind.DENIED)
                .because("not authorized to perform: sns:Publish")
                .record();

        assertThat(WhyLines.of(journal.hops(), NOTHING))
                .containsExactly("Why: denied, not authorized to perform: sns:Publish");
    }

    @Test
    void a_check_that_wants_to_be_denied_is_not_told_that_it_was() {
        journal.hop(Hop.Kind.DENIED)
                .from("arn:aws:sts::000000000000:assumed-role/StorefrontRole/" + DeployedLab.CHECKS_SESSION)
                .because("not authorized to perform: dynamodb:DeleteItem")
                .record();

        assertThat(WhyLines.of(journal.hops(), NOTHING)).isEmpty();
    }

    @Test
    void a_check_that_has_judged_the_filters_is_told_no_more_of_them_but_of_denials() {
        filtered("e-1", "`category` is absent");
        journal.hop(Hop.Kind.DENIED).because("not authorized").record();

        assertThat(WhyLines.of(journal.hops(), NOTHING.havingJudgedFilters()))
                .containsExactly("Why: denied, not authorized");
    }

    @Test
    void says_nothing_twice_and_not_much() {
        filtered("e-1", "one");
        filtered("e-2", "two");
        filtered("e-3", "three");
        filtered("e-4", "four");

        assertThat(WhyLines.of(journal.hops(), Red.because("lost", "four events", "only one arrived")))
                .hasSize(2)
                .noneMatch(line -> line.endsWith("one"));
    }

    @Test
    void a_red_keeps_its_mistake_and_its_words() {
        Red red = Red.because("wrong-filter", "the event", "nothing");

        Red more = red.with(List.of("Why: filtered"));

        assertThat(more.mistake()).isEqualTo("wrong-filter");
        assertThat(more.observed()).isEqualTo("nothing\n  Why: filtered");
    }

    private void filtered(String event, String reason) {
        journal.hop(Hop.Kind.FILTERED)
                .from(TOPIC)
                .event(event)
                .to("arn:aws:sqs:us-east-1:000000000000:orders")
                .because(reason)
                .record();
    }
}
