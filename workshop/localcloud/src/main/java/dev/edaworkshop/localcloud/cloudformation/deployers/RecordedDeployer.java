package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.Set;

/** A type that matters in AWS only: its resources are accepted and named as recorded, not emulated. */
public final class RecordedDeployer implements ResourceDeployer {
    private final String type;
    private final String reason;

    /** @param reason why there is nothing to emulate, in words */
    public RecordedDeployer(String type, String reason) {
        this.type = type;
        this.reason = reason;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Set<String> properties() {
        return Set.of();
    }

    @Override
    public String recordedOnly() {
        return reason;
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return new DeployedResource(request.generatedId());
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        // Nothing was created.
    }
}
