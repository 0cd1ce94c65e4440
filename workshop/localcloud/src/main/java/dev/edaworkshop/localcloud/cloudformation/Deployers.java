package dev.edaworkshop.localcloud.cloudformation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The deployers of an account by the type they deploy. */
final class Deployers {
    private static final ResourceDeployer CDK_METADATA =
            RecordedDeployer.of("AWS::CDK::Metadata", "it tells AWS which constructs a stack uses");

    private final Map<String, ResourceDeployer> deployers;

    Deployers(Collection<? extends ResourceDeployer> deployers) {
        this.deployers = new TreeMap<>(
                deployers.stream().collect(Collectors.toMap(ResourceDeployer::type, Function.identity())));
        this.deployers.putIfAbsent(CDK_METADATA.type(), CDK_METADATA);
    }

    Optional<ResourceDeployer> find(String type) {
        return Optional.ofNullable(deployers.get(type));
    }

    /** Of a type whose presence has been checked. */
    ResourceDeployer deployer(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException(type));
    }

    /** In alphabetical order. */
    Set<String> types() {
        return deployers.keySet();
    }
}
