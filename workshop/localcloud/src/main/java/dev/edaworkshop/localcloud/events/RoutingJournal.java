package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.journal.Explanation;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.util.List;

/**
 * Writes down which rules did not get an event.
 *
 * <p>One hop per rule would make an event cost what the rules are many, so a bus with more than
 * {@value #MAX_RULES_TOLD} rules only tells that no rule matched. Why a rule did not match is found when somebody reads it.
 */
final class RoutingJournal {
    static final int MAX_RULES_TOLD = 50;

    private final EventBus bus;
    private final Journal journal;

    RoutingJournal(EventBus bus, Journal journal) {
        this.bus = bus;
        this.journal = journal;
    }

    void routed(BusEvent event, List<Rule> matched) {
        boolean few = bus.ruleCount() <= MAX_RULES_TOLD;
        if (few && bus.ruleCount() > matched.size()) {
            bus.rules().stream()
                    .filter(rule -> rule.isEnabled() && !rule.isManaged() && !matched.contains(rule))
                    .forEach(rule -> filtered(event, rule));
        }
        if (matched.stream().allMatch(rule -> rule.targets().isEmpty())) {
            unrouted(event, matched);
        }
    }

    private void filtered(BusEvent event, Rule rule) {
        rule.settings().pattern().ifPresent(pattern -> journal.hop(Hop.Kind.FILTERED)
                .from(bus.arn())
                .to(rule.arn())
                .event(event.id())
                .because(Explanation.sought(() -> Misses.whyNot(pattern, event)))
                .record());
    }

    private void unrouted(BusEvent event, List<Rule> matched) {
        List<Rule> withoutTargets =
                matched.stream().filter(rule -> !rule.isManaged()).toList();
        Explanation why = withoutTargets.isEmpty()
                ? Explanation.sought(() -> Misses.explain(bus, event))
                : Explanation.of("Rule %s matches, but has no target."
                        .formatted(withoutTargets.getFirst().name()));
        journal.hop(Hop.Kind.UNROUTED)
                .from(bus.arn())
                .event(event.id())
                .because(why)
                .record();
    }
}
