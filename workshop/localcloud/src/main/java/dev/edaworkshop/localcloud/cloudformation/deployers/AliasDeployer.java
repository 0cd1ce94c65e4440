package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.lambda.Alias;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.Functions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html">AWS::Lambda::Alias</a> */
public final class AliasDeployer implements ResourceDeployer {
    private static final String WEIGHTS = "RoutingConfig.AdditionalVersionWeights";

    private final Functions functions;

    public AliasDeployer(Functions functions) {
        this.functions = functions;
    }

    @Override
    public String type() {
        return "AWS::Lambda::Alias";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Description",
                "FunctionName",
                "FunctionVersion",
                "Name",
                WEIGHTS + ".FunctionVersion",
                WEIGHTS + ".FunctionWeight");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("ProvisionedConcurrencyConfig", "processes are started ahead in any case");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("FunctionName", "Name");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("AliasArn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        Function function = functions.function(request.requiredText("FunctionName"));
        function.versions().putAlias(alias(request));
        String arn = function.arn() + ":" + request.requiredText("Name");
        return new DeployedResource(arn, Map.of("AliasArn", arn));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        functions.function(deployed.physicalId()).versions().putAlias(alias(request));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        String arn = deployed.physicalId();
        functions.find(arn).ifPresent(function -> function.versions()
                .deleteAlias(arn.substring(arn.lastIndexOf(':') + 1)));
    }

    private static Alias alias(ResourceRequest request) {
        Map<String, Double> weights = new HashMap<>();
        for (Properties other : request.properties().objects(WEIGHTS)) {
            weights.put(other.requiredText("FunctionVersion"), Double.valueOf(other.requiredText("FunctionWeight")));
        }
        return new Alias(
                request.requiredText("Name"),
                request.requiredText("FunctionVersion"),
                request.text("Description").orElse(""),
                weights);
    }
}
