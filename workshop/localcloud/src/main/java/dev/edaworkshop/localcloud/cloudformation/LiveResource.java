package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** A resource that exists, and what it was made from. */
record LiveResource(Wanted origin, DeployedResource deployed) {
    /**
     * A resource as it is to be.
     *
     * @param properties resolved
     * @param dependencies logical ids of resources that it needs
     * @param generation counts the physical resources of one logical id, from 0
     */
    record Wanted(
            Resource definition,
            ObjectNode properties,
            Map<String, String> stackTags,
            Set<String> dependencies,
            int generation) {
        Wanted {
            stackTags = Map.copyOf(stackTags);
            dependencies = Set.copyOf(dependencies);
        }

        Wanted withGeneration(int other) {
            return new Wanted(definition, properties, stackTags, dependencies, other);
        }

        LiveResource deployedAs(DeployedResource deployed) {
            return new LiveResource(this, deployed);
        }
    }

    String logicalId() {
        return origin.definition().logicalId();
    }

    String type() {
        return origin.definition().type();
    }

    Resource definition() {
        return origin.definition();
    }

    ObjectNode properties() {
        return origin.properties();
    }

    boolean dependsOn(LiveResource other) {
        return origin.dependencies().contains(other.logicalId());
    }

    LiveResource definedBy(Resource resource) {
        return new Wanted(resource, properties(), origin.stackTags(), origin.dependencies(), generation())
                .deployedAs(deployed);
    }

    int generation() {
        return origin.generation();
    }
}
