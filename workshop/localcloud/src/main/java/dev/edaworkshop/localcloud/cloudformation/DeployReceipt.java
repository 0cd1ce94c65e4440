package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.Map;

/**
 * What a deployment did.
 *
 * @param recorded what was accepted and has no effect here, by logical id (and property), with the reason
 */
public record DeployReceipt(
        String stackName,
        List<String> created,
        List<String> updated,
        List<String> replaced,
        List<String> deleted,
        List<String> unchanged,
        Map<String, String> recorded,
        Map<String, String> outputs) {
    public DeployReceipt {
        created = List.copyOf(created);
        updated = List.copyOf(updated);
        replaced = List.copyOf(replaced);
        deleted = List.copyOf(deleted);
        unchanged = List.copyOf(unchanged);
        recorded = Map.copyOf(recorded);
        outputs = Map.copyOf(outputs);
    }

    /** Whether the stack already was as the template says: AWS's "No updates are to be performed." */
    public boolean changedNothing() {
        return created.isEmpty() && updated.isEmpty() && replaced.isEmpty() && deleted.isEmpty();
    }
}
