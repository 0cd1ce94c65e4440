package dev.edaworkshop.localcloud.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.delivery.Delivery.Attribute;
import dev.edaworkshop.localcloud.patterns.FilterPolicy.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** There is a reason exactly when AWS's own engine does not let the event through. */
class ExplainerPropertyTest {
    private static final int PATTERNS = 2_500;
    private static final int EVENTS_EACH = 4;
    private static final long SEED = 20_261_121;

    @Test
    void an_event_pattern_has_a_reason_exactly_when_it_does_not_match() throws Exception {
        RandomPatterns random = new RandomPatterns(SEED);
        Tally tally = new Tally();
        for (int i = 0; i < PATTERNS; i++) {
            EventPattern pattern = accepted(() -> random.pattern(true, false), EventPattern::parse);
            Explainer explainer = new Explainer(pattern.json());
            for (int j = 0; j < EVENTS_EACH; j++) {
                String event = random.event(3);

                tally.compare(pattern.json(), event, pattern.matches(event), explainer.explain(event));
            }
        }
        tally.assertBothHappen();
    }

    @Test
    void a_policy_on_bodies_has_a_reason_exactly_when_it_does_not_match() throws Exception {
        RandomPatterns random = new RandomPatterns(SEED + 1);
        Tally tally = new Tally();
        for (int i = 0; i < PATTERNS; i++) {
            FilterPolicy policy =
                    accepted(() -> random.pattern(true, true), json -> FilterPolicy.parse(json, Scope.MESSAGE_BODY));
            Explainer explainer = new Explainer(policy.json());
            for (int j = 0; j < EVENTS_EACH; j++) {
                String body = random.event(3);

                tally.compare(policy.json(), body, policy.matches(Map.of(), body), explainer.explain(body));
            }
        }
        tally.assertBothHappen();
    }

    @Test
    void a_policy_on_attributes_has_a_reason_exactly_when_it_does_not_match() throws Exception {
        RandomPatterns random = new RandomPatterns(SEED + 2);
        Tally tally = new Tally();
        for (int i = 0; i < PATTERNS; i++) {
            FilterPolicy policy = accepted(
                    () -> random.pattern(false, true), json -> FilterPolicy.parse(json, Scope.MESSAGE_ATTRIBUTES));
            Explainer explainer = new Explainer(policy.json());
            for (int j = 0; j < EVENTS_EACH; j++) {
                Map<String, Attribute> attributes = attributes(random);
                boolean matches = policy.matches(attributes, "text");

                tally.compare(
                        policy.json(),
                        attributes.toString(),
                        matches,
                        explainer.explain(AttributeEvent.of(attributes)));
                assertThat(policy.whyNot(attributes, "text").isEmpty()).isEqualTo(matches);
            }
        }
        tally.assertBothHappen();
    }

    /** Compares the engine with the explainer, and counts, so that nobody compares only what never matches. */
    private static final class Tally {
        private int pairs;
        private int matching;

        void compare(String pattern, String event, boolean matches, Optional<Mismatch> reason) {
            pairs++;
            matching += matches ? 1 : 0;
            assertThat(reason.isEmpty())
                    .as("pair %d: %s matches %s; reason: %s", pairs, pattern, event, reason)
                    .isEqualTo(matches);
        }

        void assertBothHappen() {
            assertThat(pairs).isEqualTo(PATTERNS * EVENTS_EACH);
            assertThat(matching).isBetween(pairs / 20, pairs * 19 / 20);
        }
    }

    /** Some random patterns are valid and too complex. */
    private static <P> P accepted(Supplier<String> patterns, Parser<P> parser) {
        while (true) {
            try {
                return parser.parse(patterns.get());
            } catch (InvalidPatternException e) {
                assertThat(e).message().contains("too complex");
            }
        }
    }

    private interface Parser<P> {
        P parse(String json) throws InvalidPatternException;
    }

    private static Map<String, Attribute> attributes(RandomPatterns random) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (String name : new String[] {"a", "b", "c", "a.b"}) {
            switch (random.below(6)) {
                case 0, 1 -> attributes.put(name, new Attribute("String", random.pickText()));
                case 2 -> attributes.put(name, new Attribute("Number", random.pickNumber()));
                case 3 -> attributes.put(name, new Attribute("String.Array", random.array(1)));
                case 4 -> attributes.put(name, new Attribute("Binary", "dG95"));
                default -> {}
            }
        }
        return attributes;
    }
}
