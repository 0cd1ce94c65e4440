package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;

/**
 * What a deployment would do.
 *
 * @param isNew whether there is no such stack yet
 * @param changes of resources that would change; the physical id is empty for those to be created
 * @param outputsChange whether outputs would change, even if no resource does
 */
public record StackPreview(boolean isNew, List<ResourceChange> changes, boolean outputsChange) {
    public StackPreview {
        changes = List.copyOf(changes);
    }

    /** Whether a deployment would have nothing to do. */
    public boolean isEmpty() {
        return !isNew && changes.isEmpty() && !outputsChange;
    }
}
