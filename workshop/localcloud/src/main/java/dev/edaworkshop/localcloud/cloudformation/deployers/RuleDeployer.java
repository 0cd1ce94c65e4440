package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.events.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html">AWS::Events::Rule</a> */
public final class RuleDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 64;
    private static final String BUS = "Bus";
    private static final String NAME = "Name";

    private final Rules rules;

    public RuleDeployer(Rules rules) {
        this.rules = rules;
    }

    @Override
    public String type() {
        return "AWS::Events::Rule";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "Name",
                "EventBusName",
                "EventPattern",
                "ScheduleExpression",
                "State",
                "Description",
                "RoleArn",
                "Targets.Id",
                "Targets.Arn",
                "Targets.RoleArn",
                "Targets.Input",
                "Targets.InputPath",
                "Targets.InputTransformer",
                "Targets.SqsParameters",
                "Targets.HttpParameters",
                "Targets.DeadLetterConfig",
                "Targets.RetryPolicy");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of("Tags", "nothing here reads them");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Name", "EventBusName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.name("Name", MAX_NAME);
        String bus = busName(request);
        String arn = put(name, bus, request);
        String physicalId = bus.equals("default") ? name : bus + "|" + name;
        DeployedResource deployed = new DeployedResource(physicalId, Map.of("Arn", arn, BUS, bus, NAME, name));
        try {
            putTargets(name, bus, request);
        } catch (RuntimeException e) {
            rules.delete(name, bus, false); // a create that fails leaves nothing behind
            throw e;
        }
        return deployed;
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        String name = deployed.attribute(NAME);
        String bus = deployed.attribute(BUS);
        put(name, bus, request);
        putTargets(name, bus, request);
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        rules.deleteWithTargets(deployed.attribute(NAME), deployed.attribute(BUS));
    }

    private static String busName(ResourceRequest request) {
        String nameOrArn = request.text("EventBusName").orElse("default");
        return nameOrArn.substring(nameOrArn.indexOf('/') + 1);
    }

    private String put(String name, String bus, ResourceRequest request) {
        return rules.put(PutRuleRequest.builder()
                .name(name)
                .eventBusName(bus)
                .eventPattern(request.jsonText("EventPattern").orElse(null))
                .scheduleExpression(request.text("ScheduleExpression").orElse(null))
                .state(request.text("State").orElse(null))
                .description(request.text("Description").orElse(null))
                .roleArn(request.text("RoleArn").orElse(null))
                .build());
    }

    private void putTargets(String name, String bus, ResourceRequest request) {
        List<Target> targets = request.properties().objects("Targets").stream()
                .map(RuleDeployer::target)
                .toList();
        rules.replaceTargets(name, bus, targets);
    }

    private static Target target(Properties target) {
        Target.Builder built = Target.builder()
                .id(target.requiredText("Id"))
                .arn(target.requiredText("Arn"))
                .roleArn(target.text("RoleArn").orElse(null))
                .input(target.jsonText("Input").orElse(null))
                .inputPath(target.text("InputPath").orElse(null));
        target.object("InputTransformer")
                .ifPresent(transformer ->
                        built.inputTransformer(to -> to.inputTemplate(transformer.requiredText("InputTemplate"))
                                .inputPathsMap(transformer.textMap("InputPathsMap"))));
        target.text("SqsParameters.MessageGroupId")
                .ifPresent(group -> built.sqsParameters(to -> to.messageGroupId(group)));
        target.text("DeadLetterConfig.Arn").ifPresent(queue -> built.deadLetterConfig(to -> to.arn(queue)));
        target.object("RetryPolicy")
                .ifPresent(policy -> built.retryPolicy(to -> to.maximumRetryAttempts(
                                policy.integer("MaximumRetryAttempts").orElse(null))
                        .maximumEventAgeInSeconds(
                                policy.integer("MaximumEventAgeInSeconds").orElse(null))));
        target.object("HttpParameters")
                .ifPresent(http -> built.httpParameters(to -> to.pathParameterValues(http.texts("PathParameterValues"))
                        .headerParameters(http.textMap("HeaderParameters"))
                        .queryStringParameters(http.textMap("QueryStringParameters"))));
        return built.build();
    }
}
