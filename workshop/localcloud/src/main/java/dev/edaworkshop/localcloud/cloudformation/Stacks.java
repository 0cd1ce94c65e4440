package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of one account.
 *
 * {@snippet :
 * CloudAssembly assembly = CloudAssembly.read(Path.of("cdk.out"));
 * stacks.deploy(assembly, event -> print(event)).forEach(receipt -> print(receipt.inWords()));
 * String queueUrl = stacks.stack("Shop").flatMap(stack -> stack.output("InventoryQueueUrl")).orElseThrow();
 * }
 *
 * <p>Deployments and deletions wait for each other; whoever reads does not wait.
 */
public final class Stacks {
    private final Environment environment;
    private final InstantSource clock;
    private final Deployers deployers;
    private final UnaryOperator<@Nullable String> parameterStore;
    private final Map<String, Stack> deleted = new ConcurrentHashMap<>();
    private final Generations generations = new Generations();
    private final Map<String, Stack> stacks = new ConcurrentSkipListMap<>();
    private final Exports exports = new Exports(stacks::values);
    private final Lock oneAtATime = new ReentrantLock();

    /** @param deployers one per type of resource; {@code AWS::CDK::Metadata} is there anyway */
    public Stacks(Environment environment, InstantSource clock, Collection<? extends ResourceDeployer> deployers) {
        this(environment, clock, deployers, name -> null);
    }

    /**
     * @param deployers one per type of resource; {@code AWS::CDK::Metadata} is there anyway
     * @param parameterStore gives the values of Systems Manager's parameters; null for one that does not exist
     */
    public Stacks(
            Environment environment,
            InstantSource clock,
            Collection<? extends ResourceDeployer> deployers,
            UnaryOperator<@Nullable String> parameterStore) {
        this.parameterStore = parameterStore;
        this.environment = environment;
        this.clock = clock;
        this.deployers = new Deployers(deployers);
    }

    /**
     * Deploys the stacks of an assembly, each as {@link #deploy(StackRequest, Consumer)} does; those before one that
     * fails stay.
     */
    public List<DeployReceipt> deploy(CloudAssembly assembly, Consumer<StackEvent> listener) {
        return assembly.stacks().stream().map(stack -> deploy(stack, listener)).toList();
    }

    public DeployReceipt deploy(StackRequest request) {
        return deploy(request, Stacks::ignore);
    }

    /**
     * Creates the stack or changes it into what the template says, whichever is needed; like {@code cdk deploy} it
     * first deletes a stack that could not be created before.
     *
     * @param listener hears of every event as it happens
     * @throws UnsupportedTemplateException if the template has problems; nothing was changed
     * @throws StackFailedException if a resource failed; the stack was rolled back
     * @throws CloudFormationException if the template is none, or the stack cannot be updated as it is
     */
    public DeployReceipt deploy(StackRequest request, Consumer<StackEvent> listener) {
        return inTurn(() -> {
            StackDeployer.Plan plan = plan(request);
            Optional<Stack> existing = stack(request.stackName());
            return existing.filter(stack -> !stack.status().neverWorked()).isPresent()
                    ? update(existing.get(), plan, listener)
                    : create(plan, listener);
        });
    }

    /**
     * What {@link #deploy} would do, as far as it can be known beforehand: those resources only that would change.
     *
     * @throws CloudFormationException as {@code deploy} would for a template that it cannot deploy
     */
    public StackPreview preview(StackRequest request) {
        return inTurn(() -> {
            StackDeployer.Plan plan = plan(request);
            return new ChangePreview(deployers, exports)
                    .of(
                            stack(request.stackName())
                                    .filter(stack -> !stack.status().neverWorked()),
                            plan);
        });
    }

    private StackDeployer.Plan plan(StackRequest request) {
        Template template = Template.parse(request.template());
        Scope scope = Scope.of(template, request, environment, exports, parameterStore);
        TemplateCheck check = new TemplateCheck(request.stackName(), template, scope, deployers);
        LiveTemplate live = check.check();
        new OutputValues(live, exports)
                .checkNames(
                        scope, stack(request.stackName()).map(Stack::exports).orElse(Map.of()));
        return new StackDeployer.Plan(request, live, scope, check.recorded());
    }

    private DeployReceipt create(StackDeployer.Plan plan, Consumer<StackEvent> listener) {
        String name = plan.request().stackName();
        stack(name).ifPresent(remains -> delete(remains, listener));
        Stack stack = new Stack(name, environment);
        stacks.put(name, stack);
        return deployer(stack, listener).create(plan);
    }

    private DeployReceipt update(Stack stack, StackDeployer.Plan plan, Consumer<StackEvent> listener) {
        if (!stack.status().canBeUpdated()) {
            throw validationError(
                    "Stack:" + stack.id() + " is in " + stack.status() + " state and can not be updated.");
        }
        List<String> retyped = stack.liveResources().values().stream()
                .filter(live -> Optional.ofNullable(plan.template().resources().get(live.logicalId()))
                        .filter(resource -> !resource.type().equals(live.type()))
                        .isPresent())
                .map(LiveResource::logicalId)
                .toList();
        if (!retyped.isEmpty()) {
            throw validationError("Update of resource type is not permitted. The new template modifies resource type of"
                    + " the following resources: " + retyped);
        }
        return deployer(stack, listener).update(plan);
    }

    public DeployReceipt delete(String stackName) {
        return delete(stackName, Stacks::ignore);
    }

    /**
     * Deletes the stack with all its resources, except those whose deletion policy keeps them.
     *
     * @throws StackFailedException if a resource could not be deleted; the stack keeps it and may be deleted again
     * @throws CloudFormationException if there is no such stack (AWS would not mind), if it is protected, or if another
     *     stack imports from it
     */
    public DeployReceipt delete(String stackName, Consumer<StackEvent> listener) {
        return inTurn(() -> {
            Stack stack = stack(stackName)
                    .orElseThrow(() -> validationError("Stack with id " + stackName + " does not exist"));
            if (stack.hasTerminationProtection()) {
                throw validationError(
                        "Stack [" + stackName + "] cannot be deleted while TerminationProtection is enabled");
            }
            OutputValues.requireUnused(exports, stack.exports().keySet(), "deleted");
            return delete(stack, listener);
        });
    }

    private DeployReceipt delete(Stack stack, Consumer<StackEvent> listener) {
        StackLog log = new StackLog(stack, clock, listener);
        DeployReceipt receipt =
                deployer(stack, listener).delete(new ResourceSteps(stack, environment, deployers, List.of(), log));
        stacks.remove(stack.name());
        deleted.put(stack.id(), stack);
        return receipt;
    }

    /** Empty if there is none, or it has been deleted. */
    public Optional<Stack> stack(String name) {
        return Optional.ofNullable(stacks.get(name));
    }

    /** A stack that has been deleted, by its ARN: its events and its last state. */
    public Optional<Stack> deletedStack(String id) {
        return Optional.ofNullable(deleted.get(id));
    }

    /** The ARN that a stack of this name has or would have. */
    public String idOf(String stackName) {
        return Stack.id(environment, stackName);
    }

    /** All stacks, by name. */
    public List<Stack> stacks() {
        return List.copyOf(stacks.values());
    }

    /** All types of resources that can be deployed, in alphabetical order. */
    public Set<String> supportedTypes() {
        return deployers.types();
    }

    private StackDeployer deployer(Stack stack, Consumer<StackEvent> listener) {
        return new StackDeployer(stack, deployers, generations, exports, new StackLog(stack, clock, listener));
    }

    private static void ignore(StackEvent event) {
        // The stack keeps its events for whoever asks later.
    }

    private <T> T inTurn(Supplier<T> action) {
        oneAtATime.lock();
        try {
            return action.get();
        } finally {
            oneAtATime.unlock();
        }
    }
}
