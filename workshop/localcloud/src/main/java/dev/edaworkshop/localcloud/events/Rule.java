package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.patterns.EventPattern;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it was last put; putting it again makes another one, which takes the targets over.
 *
 * <p>The bus that has the rule guards changes of the targets. Two rules are never equal, so that the index of patterns
 * keeps the old and the new apart.
 */
final class Rule {
    private final RuleIdentity identity;
    private final Settings settings;
    private final Optional<Archive> archive;
    private volatile List<RuleTarget> targets;

    Rule(RuleIdentity identity, Settings settings, List<RuleTarget> targets) {
        this.identity = identity;
        this.settings = settings;
        this.targets = List.copyOf(targets);
        archive = Optional.empty();
    }

    /** The rule that EventBridge itself makes for an archive. */
    Rule(RuleIdentity identity, Settings settings, Archive archive) {
        this.identity = identity;
        this.settings = settings;
        this.archive = Optional.of(archive);
        targets = List.of();
    }

    String name() {
        return identity.name();
    }

    String arn() {
        return identity.arn();
    }

    RuleIdentity identity() {
        return identity;
    }

    Settings settings() {
        return settings;
    }

    boolean isEnabled() {
        return !settings.state().equals(Settings.DISABLED);
    }

    /** Whether it is AWS's own. */
    boolean isManaged() {
        return archive.isPresent();
    }

    /** Where a managed rule puts events. */
    Optional<Archive> archive() {
        return archive;
    }

    List<RuleTarget> targets() {
        return targets;
    }

    void setTargets(List<RuleTarget> changed) {
        targets = List.copyOf(changed);
    }

    /**
     * What PutRule says.
     *
     * @param state {@code ENABLED}, {@code DISABLED} or {@code ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS}
     * @param roleArn for targets that have none of their own
     */
    record Settings(
            Optional<EventPattern> pattern,
            Optional<Schedule> schedule,
            String state,
            Optional<String> description,
            Optional<String> roleArn) {
        static final String ENABLED = "ENABLED";
        static final String DISABLED = "DISABLED";

        Settings withState(String changed) {
            return new Settings(pattern, schedule, changed, description, roleArn);
        }
    }
}
