package dev.edaworkshop.localcloud.cloudformation;

import dev.edaworkshop.localcloud.cloudformation.ResourceChange.Action;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a deployment did.
 *
 * @param changes of all resources, unchanged ones included
 * @param recorded what the template asks for and has no effect here
 * @param outputs of the stack as it is now, in the order of the template
 */
public record DeployReceipt(
        String stackName,
        ResourceStatus status,
        List<ResourceChange> changes,
        List<Recorded> recorded,
        Map<String, String> outputs) {
    static final String NO_UPDATES = "No updates are to be performed.";

    public DeployReceipt {
        changes = List.copyOf(changes);
        recorded = List.copyOf(recorded);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }

    /** Logical ids, in the order in which it was done. */
    public List<String> logicalIds(Action action) {
        return changes.stream()
                .filter(change -> change.action() == action)
                .map(ResourceChange::logicalId)
                .toList();
    }

    public List<String> created() {
        return logicalIds(Action.CREATED);
    }

    public List<String> updated() {
        return logicalIds(Action.UPDATED);
    }

    public List<String> replaced() {
        return logicalIds(Action.REPLACED);
    }

    public List<String> deleted() {
        return logicalIds(Action.DELETED);
    }

    public List<String> unchanged() {
        return logicalIds(Action.UNCHANGED);
    }

    /** Whether any resource is not what it was; outputs alone do not count. */
    public boolean changedAnything() {
        return changes.stream().anyMatch(change -> change.action() != Action.UNCHANGED);
    }

    /** One line, such as "Shop: UPDATE_COMPLETE, 2 created, 1 replaced, 7 unchanged". */
    public String inWords() {
        if (!changedAnything()) {
            return stackName + ": " + NO_UPDATES;
        }
        return Arrays.stream(Action.values())
                .filter(action -> !logicalIds(action).isEmpty())
                .map(action -> ", " + logicalIds(action).size() + " " + action.inWords())
                .collect(Collectors.joining("", stackName + ": " + status, ""));
    }
}
