package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.Asset;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Functions;
import dev.edaworkshop.localcloud.lambda.LayerVersion;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html">AWS::Lambda::LayerVersion</a> */
public final class LayerVersionDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 140;

    private final Functions functions;

    public LayerVersionDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::LayerVersion";
    }

    @Override
    public Set<String> properties() {
        return Set.of("CompatibleRuntimes", "Content.S3Bucket", "Content.S3Key", "Description", "LayerName");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "CompatibleArchitectures", "functions run on this machine's architecture",
                "LicenseInfo", "nothing here reads it");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of(
                "CompatibleArchitectures",
                "CompatibleRuntimes",
                "Content.S3Bucket",
                "Content.S3Key",
                "Description",
                "LayerName",
                "LicenseInfo");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("LayerVersionArn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Asset content = request.asset(request.requiredText("Content.S3Bucket"), request.requiredText("Content.S3Key"));
        LayerVersion version = functions
                .layers()
                .publish(
                        request.name("LayerName", MAX_NAME),
                        functions.exploded(content.path()),
                        request.text("Description").orElse(""),
                        request.texts("CompatibleRuntimes"));
        return new DeployedResource(version.arn(), Map.of("LayerVersionArn", version.arn()));
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions.layers().delete(deployed.physicalId());
    }
}
