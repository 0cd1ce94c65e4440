package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.PatternIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * An event bus: asks the patterns of all its rules at once and hands each event to the targets of those that match.
 *
 * <p>Rules are changed under the bus's monitor. Events need no lock: they ask the index, and then whether what matched
 * is still a rule of the bus.
 */
public final class EventBus {
    static final String DEFAULT = "default";

    private final String name;
    private final String arn;
    private final AccountContext account;
    private final TargetDeliveries targets;
    private final RoutingJournal journal;
    private final Instant created;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final PatternIndex<Rule> index = new PatternIndex<>();
    private final Map<Rule, Timer> schedules = new ConcurrentHashMap<>();
    private volatile Optional<String> description;

    EventBus(String name, String arn, Optional<String> description, AccountContext account, TargetDeliveries targets) {
        this.name = name;
        this.arn = arn;
        this.description = description;
        this.account = account;
        this.targets = targets;
        journal = new RoutingJournal(this, account.journal());
        created = account.clock().instant();
    }

    public String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    Instant created() {
        return created;
    }

    Optional<String> description() {
        return description;
    }

    public void setDescription(Optional<String> changed) {
        description = changed;
    }

    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** By name. */
    List<Rule> rules() {
        return rules.values().stream().sorted(Comparator.comparing(Rule::name)).toList();
    }

    /** The patterns of the rules that have one, by the name of the rule; managed rules are AWS's own business. */
    public SortedMap<String, EventPattern> patterns() {
        SortedMap<String, EventPattern> patterns = new TreeMap<>();
        rules().stream()
                .filter(rule -> !rule.isManaged())
                .forEach(rule -> rule.settings().pattern().ifPresent(pattern -> patterns.put(rule.name(), pattern)));
        return patterns;
    }

    int ruleCount() {
        return rules.size();
    }

    Optional<Rule> rule(String ruleName) {
        return Optional.ofNullable(rules.get(ruleName));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} */
    Rule existingRule(String ruleName) {
        return rule(ruleName).orElseThrow(() -> EventsErrors.ruleNotFound(ruleName, name));
    }

    /** Whose ARN a rule of this name has or would have. */
    RuleIdentity identity(String ruleName) {
        String path = isDefault() ? ruleName : name + "/" + ruleName;
        return new RuleIdentity(ruleName, name, account.arn("events", "rule/" + path));
    }

    /** Adds a rule, or replaces the one of this name, whose targets stay. */
    synchronized Rule put(String ruleName, Rule.Settings settings) {
        List<RuleTarget> kept = rule(ruleName).map(Rule::targets).orElse(List.of());
        Rule rule = new Rule(identity(ruleName), settings, kept);
        replace(rule);
        return rule;
    }

    /** Adds or replaces the rule that fills an archive. */
    synchronized void putManaged(String ruleName, Rule.Settings settings, Archive archive) {
        replace(new Rule(identity(ruleName), settings, archive));
    }

    synchronized void setState(String ruleName, String state) {
        put(ruleName, existingRule(ruleName).settings().withState(state));
    }

    synchronized void changeTargets(String ruleName, UnaryOperator<List<RuleTarget>> change) {
        Rule rule = existingRule(ruleName);
        rule.setTargets(change.apply(rule.targets()));
    }

    /** Does nothing if there is none. */
    synchronized void remove(String ruleName) {
        Rule removed = rules.remove(ruleName);
        if (removed != null) {
            retire(removed);
        }
    }

    synchronized void removeAll() {
        List.copyOf(rules.keySet()).forEach(this::remove);
    }

    /**
     * Takes an event from a publisher.
     *
     * @param publisher ARN of whoever publishes
     */
    void publish(String publisher, BusEvent event) {
        publish(publisher, event, rule -> true);
    }

    /** @param among the rules that may get the event; a replay can be limited to some */
    void publish(String publisher, BusEvent event, Predicate<Rule> among) {
        account.journal()
                .hop(Hop.Kind.PUBLISHED)
                .from(publisher)
                .to(arn)
                .event(event.id())
                .carrying(event.json())
                .record();
        route(event, among);
    }

    /** Hands an event that has been taken to the rules that match. */
    void route(BusEvent event, Predicate<Rule> among) {
        List<Rule> matched = new ArrayList<>();
        for (Rule rule : index.matching(event.tree())) {
            // A rule that has just been replaced may still be in the index.
            if (rules.get(rule.name()) == rule && among.test(rule)) {
                matched.add(rule);
            }
        }
        journal.routed(event, matched);
        matched.forEach(rule -> hand(event, rule));
    }

    private void hand(BusEvent event, Rule rule) {
        rule.archive().ifPresent(archive -> archive.keep(event));
        rule.targets().forEach(target -> targets.deliver(event, rule, target));
    }

    private void replace(Rule rule) {
        if (rule.isEnabled()) {
            rule.settings().pattern().ifPresent(pattern -> index.add(rule, pattern));
        }
        Rule before = rules.put(rule.name(), rule);
        if (before != null) {
            retire(before);
        }
        if (rule.isEnabled()) {
            rule.settings()
                    .schedule()
                    .ifPresent(schedule -> ringAfter(account.clock().instant(), schedule, rule));
        }
    }

    private void retire(Rule rule) {
        if (rule.isEnabled()) {
            rule.settings().pattern().ifPresent(pattern -> index.remove(rule, pattern));
        }
        Timer timer = schedules.remove(rule);
        if (timer != null) {
            timer.cancel();
        }
    }

    private void ringAfter(Instant time, Schedule schedule, Rule rule) {
        schedule.next(time).ifPresent(due -> {
            Duration wait = Duration.between(account.clock().instant(), due);
            String what = "%s of rule %s".formatted(schedule.expression(), rule.name());
            schedules.put(rule, account.clock().scheduleRecurring(wait, what, () -> ring(due, schedule, rule)));
        });
    }

    private void ring(Instant due, Schedule schedule, Rule rule) {
        synchronized (this) {
            if (rules.get(rule.name()) != rule) {
                return;
            }
            ringAfter(due, schedule, rule);
        }
        BusEvent event = ScheduledEvents.event(account, rule, due);
        account.journal()
                .hop(Hop.Kind.PUBLISHED)
                .from(TargetDeliveries.SERVICE)
                .to(rule.arn())
                .event(event.id())
                .carrying(event.json())
                .record();
        hand(event, rule);
    }
}
