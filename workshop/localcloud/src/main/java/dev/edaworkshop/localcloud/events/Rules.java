package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Changes of rules and their targets, checked as AWS does; who may change them has been settled before. */
public final class Rules {
    private static final int MAX_NAME = 64;
    private static final int MAX_DESCRIPTION = 512;
    private static final int MAX_TARGETS_PER_CALL = 10;
    private static final int MAX_TARGETS_PER_RULE = 5;

    private final EventBuses buses;

    public Rules(EventBuses buses) {
        this.buses = buses;
    }

    /**
     * Creates a rule, or replaces all of it but its targets and tags.
     *
     * @return its ARN
     */
    public String put(PutRuleRequest request) {
        Constraints.name(request.name(), "name", MAX_NAME);
        Constraints.maxLength(request.description(), "description", MAX_DESCRIPTION);
        EventBus bus = busOf(request.eventBusName());
        Optional<EventPattern> pattern =
                Optional.ofNullable(request.eventPattern()).map(Rules::pattern);
        Optional<Schedule> schedule = Optional.ofNullable(request.scheduleExpression())
                .filter(expression -> !expression.isEmpty())
                .map(Schedule::parse);
        if (schedule.isPresent() && !bus.isDefault()) {
            throw EventsErrors.validation("ScheduleExpression is supported only on the default event bus.");
        }
        if (pattern.isEmpty() && schedule.isEmpty()) {
            throw EventsErrors.validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        }
        refuseManaged(bus, request.name(), false);
        Rule rule = bus.put(
                request.name(),
                new Rule.Settings(
                        pattern,
                        schedule,
                        state(request.state()),
                        Optional.ofNullable(request.description()),
                        Optional.ofNullable(request.roleArn())));
        buses.tags().add(rule.arn(), request.tags());
        return rule.arn();
    }

    /**
     * Deletes a rule that has no targets; does nothing if there is no such rule.
     *
     * @param busName null for the default bus
     */
    public void delete(String name, @Nullable String busName, boolean force) {
        EventBus bus = busOf(busName);
        refuseManaged(bus, name, force);
        Optional<Rule> rule = bus.rule(name);
        if (rule.filter(found -> !found.targets().isEmpty()).isPresent()) {
            throw EventsErrors.validation("Rule can't be deleted since it has targets.");
        }
        rule.ifPresent(found -> {
            bus.remove(name);
            buses.tags().forget(found.arn());
        });
    }

    /** Adds targets; one with an id that is taken replaces that target. */
    public void putTargets(String name, @Nullable String busName, List<Target> targets, boolean force) {
        EventBus bus = busOf(busName);
        refuseManaged(bus, name, force);
        bus.existingRule(name);
        checkCount(targets.size(), "targets", MAX_TARGETS_PER_CALL);
        List<RuleTarget> checked = checked(targets);
        bus.changeTargets(name, before -> merged(before, checked));
    }

    /** Gives a rule these targets and no others. */
    public void replaceTargets(String name, String busName, List<Target> targets) {
        EventBus bus = busOf(busName);
        List<RuleTarget> checked = checked(targets);
        if (checked.size() > MAX_TARGETS_PER_RULE) {
            throw EventsErrors.limitExceeded();
        }
        bus.changeTargets(name, before -> checked);
    }

    /** Deletes a rule; does nothing if the rule or its bus is gone. */
    public void deleteWithTargets(String name, String busName) {
        buses.find(busName).flatMap(bus -> bus.rule(name)).ifPresent(rule -> {
            rule.setTargets(List.of());
            delete(name, busName, false);
        });
    }

    /** Removes targets; ids that no target has are ignored. */
    public void removeTargets(String name, @Nullable String busName, List<String> ids, boolean force) {
        EventBus bus = busOf(busName);
        refuseManaged(bus, name, force);
        bus.existingRule(name);
        bus.changeTargets(name, before -> before.stream()
                .filter(target -> !ids.contains(target.id()))
                .toList());
    }

    void setState(String name, @Nullable String busName, String state) {
        EventBus bus = busOf(busName);
        refuseManaged(bus, name, false);
        bus.existingRule(name);
        bus.setState(name, state);
    }

    /** @param nameOrArn null for the default bus */
    EventBus busOf(@Nullable String nameOrArn) {
        return buses.bus(nameOrArn == null || nameOrArn.isEmpty() ? EventBus.DEFAULT : nameOrArn);
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidEventPatternException} */
    static EventPattern pattern(String json) {
        try {
            return EventPattern.parse(json);
        } catch (InvalidPatternException e) {
            throw EventsErrors.invalidPattern(e);
        }
    }

    private static String state(@Nullable RuleState state) {
        if (state == RuleState.UNKNOWN_TO_SDK_VERSION) {
            throw EventsErrors.constraint(
                    state,
                    "state",
                    "Member must satisfy enum value set: [ENABLED, DISABLED, ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS]");
        }
        return state == null ? Rule.Settings.ENABLED : state.toString();
    }

    private static void refuseManaged(EventBus bus, String name, boolean force) {
        if (!force && bus.rule(name).filter(Rule::isManaged).isPresent()) {
            throw EventsErrors.managedRule(name);
        }
    }

    private static List<RuleTarget> checked(List<Target> targets) {
        List<RuleTarget> checked = new ArrayList<>();
        for (Target target : targets) {
            checked.add(RuleTarget.parse(target, checked.size() + 1));
        }
        return checked;
    }

    private static List<RuleTarget> merged(List<RuleTarget> before, List<RuleTarget> put) {
        List<RuleTarget> merged = new ArrayList<>(before);
        for (RuleTarget target : put) {
            merged.removeIf(existing -> existing.id().equals(target.id()));
            merged.add(target);
        }
        if (merged.size() > MAX_TARGETS_PER_RULE) {
            throw EventsErrors.limitExceeded();
        }
        return merged;
    }

    private static void checkCount(int count, String path, int max) {
        if (count == 0) {
            throw EventsErrors.constraint("[]", path, "Member must have length greater than or equal to 1");
        }
        if (count > max) {
            throw EventsErrors.constraint(
                    count + " members", path, "Member must have length less than or equal to " + max);
        }
    }
}
