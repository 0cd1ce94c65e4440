package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.ssm.ParameterStore;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html">AWS::SSM::Parameter</a> */
public final class ParameterDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 1011;

    private final ParameterStore store;

    public ParameterDeployer(ParameterStore store) {
        this.store = store;
    }

    @Override
    public String type() {
        return "AWS::SSM::Parameter";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "Name", "Type", "Value");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "DataType", "values are not looked into",
                "Tags", "nothing here reads them",
                "Tier", "there is one tier here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Type", "Value");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return put(request.name("Name", MAX_NAME), request, false);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return put(deployed.physicalId(), request, true);
    }

    private DeployedResource put(String name, ResourceRequest request, boolean overwrite) {
        var written = store.put(
                name,
                request.requiredText("Type"),
                request.requiredText("Value"),
                request.text("Description").orElse(""),
                overwrite);
        return new DeployedResource(name, Map.of("Type", written.type(), "Value", written.value()));
    }

    @Override
    public void delete(DeployedResource deployed) {
        store.delete(deployed.physicalId());
    }
}
