package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Functions;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html">AWS::Lambda::Permission</a> */
public final class PermissionDeployer implements ResourceDeployer {
    private final Functions functions;

    public PermissionDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Permission";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Action",
                "FunctionName",
                "FunctionUrlAuthType",
                "InvokedViaFunctionUrl",
                "Principal",
                "SourceAccount",
                "SourceArn");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return properties();
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Id");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String function = request.requiredText("FunctionName");
        String id = request.generatedId();
        functions
                .function(function)
                .permissions()
                .add(
                        id,
                        request.requiredText("Principal"),
                        request.requiredText("Action"),
                        request.text("SourceArn"),
                        request.text("SourceAccount"),
                        request.text("FunctionUrlAuthType"),
                        request.properties().bool("InvokedViaFunctionUrl"));
        return new DeployedResource(id, Map.of("Id", id, "FunctionName", function));
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions
                .find(deployed.attributes().getOrDefault("FunctionName", ""))
                .ifPresent(function -> function.permissions().remove(deployed.physicalId()));
    }
}
