package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly.StackArtifact;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The stacks of an account.
 *
 * <p>One deployment at a time; the object's monitor guards it.
 */
public final class Stacks {
    private static final String BOOTSTRAP_VERSION = "99";

    private final String accountId;
    private final String region;
    private final InstantSource clock;
    private final Map<String, ResourceDeployer> deployers = new TreeMap<>();
    private final Map<String, Stack> stacks = new TreeMap<>();

    /** @param deployers one for each supported resource type */
    public Stacks(String accountId, String region, InstantSource clock, Collection<ResourceDeployer> deployers) {
        this.accountId = accountId;
        this.region = region;
        this.clock = clock;
        deployers.forEach(deployer -> this.deployers.put(deployer.type(), deployer));
    }

    /** The resource types that can be deployed. */
    public Set<String> types() {
        return Set.copyOf(deployers.keySet());
    }

    public synchronized Optional<Stack> find(String name) {
        return Optional.ofNullable(stacks.get(name));
    }

    /** Deploys all stacks of an assembly, see {@link #deploy(StackArtifact, Consumer)}. */
    public List<DeployReceipt> deploy(CloudAssembly assembly, Consumer<StackEvent> listener) {
        return assembly.stacks().stream().map(stack -> deploy(stack, listener)).toList();
    }

    /**
     * Creates a stack, or updates it by the difference.
     *
     * @param listener hears of every step
     * @throws UnsupportedTemplateException naming everything in the template that is not supported; nothing was created
     * @throws StackFailedException if a service refused a resource; the stack is as it was before
     */
    public synchronized DeployReceipt deploy(StackArtifact artifact, Consumer<StackEvent> listener) {
        Template template = Template.parse(artifact.template());
        String name = artifact.stackName();
        Optional<Stack> before = Optional.ofNullable(stacks.get(name));
        List<StackEvent> events = new ArrayList<>(before.map(Stack::events).orElse(List.of()));
        Map<String, StackResource> existing = before.map(Stack::resources).orElse(Map.of());
        Map<String, StackResource> deployedNow = new LinkedHashMap<>(existing);
        Intrinsics intrinsics = new Intrinsics(template, new StackLookup(artifact, template, deployedNow));
        List<Resource> active = template.resources().values().stream()
                .filter(resource ->
                        resource.condition().map(intrinsics::condition).orElse(true))
                .toList();
        List<String> problems = TemplateCheck.problems(template, active, deployers);
        if (!problems.isEmpty()) {
            throw new UnsupportedTemplateException(name, problems, types());
        }

        Deployment deployment = new Deployment(
                name,
                DependencyGraph.order(active),
                existing,
                deployedNow,
                deployers,
                artifact.assets(),
                (resource, status, reason) -> {
                    StackEvent event = new StackEvent(
                            clock.instant(),
                            resource.logicalId(),
                            resource.deployed().physicalId(),
                            resource.type(),
                            status,
                            reason);
                    events.add(event);
                    listener.accept(event);
                });
        Map<String, String> outputs;
        Map<String, String> exports = new TreeMap<>();
        try {
            deployment.run(intrinsics);
            outputs = outputs(template, intrinsics, exports);
        } catch (RuntimeException e) {
            throw rolledBack(name, template, deployment, before, events, e);
        }
        stacks.put(
                name,
                new Stack(
                        name,
                        before.isPresent() ? StackStatus.UPDATE_COMPLETE : StackStatus.CREATE_COMPLETE,
                        deployedNow,
                        outputs,
                        exports,
                        events));
        return deployment.receipt(outputs);
    }

    /** Deletes a stack with its resources, latest first; does nothing if there is none. */
    public synchronized void delete(String name) {
        Stack stack = stacks.remove(name);
        if (stack == null) {
            return;
        }
        List<StackResource> resources = new ArrayList<>(stack.resources().values());
        for (StackResource resource : resources.reversed()) {
            ResourceDeployer deployer = deployers.get(resource.type());
            if (!resource.retained() && deployer != null) {
                deployer.delete(resource.deployed());
            }
        }
    }

    private StackFailedException rolledBack(
            String name,
            Template template,
            Deployment deployment,
            Optional<Stack> before,
            List<StackEvent> events,
            RuntimeException cause) {
        String failing = deployment.failing();
        deployment.rollBack();
        StackStatus status = before.isPresent() ? StackStatus.UPDATE_ROLLBACK_COMPLETE : StackStatus.ROLLBACK_COMPLETE;
        before.ifPresent(old ->
                stacks.put(name, new Stack(name, status, old.resources(), old.outputs(), old.exports(), events)));
        Resource resource = template.resources().get(failing);
        return new StackFailedException(name, failing, resource == null ? "an output" : resource.type(), status, cause);
    }

    private Map<String, String> outputs(Template template, Intrinsics intrinsics, Map<String, String> exports) {
        Map<String, String> outputs = new LinkedHashMap<>();
        template.outputs().forEach((name, output) -> {
            boolean wanted = !output.has("Condition")
                    || intrinsics.condition(output.get("Condition").asText());
            if (wanted) {
                String value = intrinsics.resolve(output.path("Value")).asText();
                outputs.put(name, value);
                if (output.has("Export")) {
                    exports.put(
                            intrinsics
                                    .resolve(output.path("Export").path("Name"))
                                    .asText(),
                            value);
                }
            }
        });
        return outputs;
    }

    /** What a template's functions see of this account. */
    private final class StackLookup implements Intrinsics.Lookup {
        private final StackArtifact artifact;
        private final Template template;
        private final Map<String, StackResource> deployed;
        private final Map<String, String> pseudoParameters;

        StackLookup(StackArtifact artifact, Template template, Map<String, StackResource> deployed) {
            this.artifact = artifact;
            this.template = template;
            this.deployed = deployed;
            String stackId = "arn:aws:cloudformation:%s:%s:stack/%s/%s"
                    .formatted(
                            region,
                            accountId,
                            artifact.stackName(),
                            UUID.nameUUIDFromBytes(artifact.stackName().getBytes(StandardCharsets.UTF_8)));
            pseudoParameters = new PseudoParameters(accountId, region, artifact.stackName(), stackId).values();
        }

        @Override
        public JsonNode ref(String name) {
            if (name.equals("AWS::NoValue")) {
                return MissingNode.getInstance();
            }
            if (name.equals("AWS::NotificationARNs")) {
                return JsonNodeFactory.instance.arrayNode();
            }
            if (pseudoParameters.containsKey(name)) {
                return JsonNodeFactory.instance.textNode(pseudoParameters.get(name));
            }
            JsonNode parameter = template.parameters().get(name);
            return parameter == null
                    ? JsonNodeFactory.instance.textNode(resource(name).physicalId())
                    : parameter(name, parameter);
        }

        @Override
        public JsonNode attribute(String logicalId, String name) {
            String value = resource(logicalId).attributes().get(name);
            if (value == null) {
                throw new AwsException(
                        400,
                        "ValidationError",
                        "Template error: resource %s does not support attribute type %s in Fn::GetAtt"
                                .formatted(logicalId, name));
            }
            return JsonNodeFactory.instance.textNode(value);
        }

        @Override
        public String importedValue(String exportName) {
            return stacks.values().stream()
                    .flatMap(stack -> Optional.ofNullable(stack.exports().get(exportName)).stream())
                    .findFirst()
                    .orElseThrow(() -> new AwsException(
                            400, "ValidationError", "No export named %s found.".formatted(exportName)));
        }

        @Override
        public String region() {
            return region;
        }

        private DeployedResource resource(String logicalId) {
            StackResource resource = deployed.get(logicalId);
            if (resource == null) {
                throw new AwsException(
                        400,
                        "ValidationError",
                        "Template format error: Unresolved resource dependencies [%s] in the Resources block of the template"
                                .formatted(logicalId));
            }
            return resource.deployed();
        }

        private JsonNode parameter(String name, JsonNode declaration) {
            String value = artifact.parameters().get(name);
            if (declaration.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")) {
                // CDK asks for the version of its bootstrap stack, which nothing here depends on.
                return JsonNodeFactory.instance.textNode(BOOTSTRAP_VERSION);
            }
            if (value != null) {
                return JsonNodeFactory.instance.textNode(value);
            }
            if (!declaration.has("Default")) {
                throw new AwsException(400, "ValidationError", "Parameters: [%s] must have values".formatted(name));
            }
            return declaration.get("Default");
        }
    }
}
