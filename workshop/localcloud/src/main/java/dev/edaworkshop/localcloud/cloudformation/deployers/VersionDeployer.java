package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.FunctionVersion;
import dev.edaworkshop.localcloud.lambda.Functions;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html">AWS::Lambda::Version</a> */
public final class VersionDeployer implements ResourceDeployer {
    private final Functions functions;

    public VersionDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Version";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Description", "FunctionName");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "CodeSha256", "AWS's hash is of a zip, and there is none here",
                "ProvisionedConcurrencyConfig", "processes are started ahead in any case",
                "RuntimePolicy", "there is one runtime here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("CodeSha256", "Description", "FunctionName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("FunctionArn", "Version");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Function function = functions.function(request.requiredText("FunctionName"));
        function.versions().unchanged().ifPresent(version -> {
            throw new IllegalStateException(
                    "A version for this Lambda function exists ( %s ). Modify the function to create a new version."
                            .formatted(version.version()));
        });
        FunctionVersion version = function.versions().publish(request.text("Description"));
        String arn = function.arn() + ":" + version.version();
        return new DeployedResource(arn, Map.of("Version", version.version(), "FunctionArn", arn));
    }

    @Override
    public void delete(DeployedResource deployed) {
        functions.find(deployed.physicalId()).ifPresent(function -> function.versions()
                .delete(deployed.attribute("Version")));
    }
}
