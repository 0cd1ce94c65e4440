package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.DeliveryReceipt;
import dev.edaworkshop.localcloud.delivery.DeliveryTarget;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The functions of an account, by name. */
public final class Functions implements DeliveryTarget, AutoCloseable {
    private static final String INVOKE = "lambda:InvokeFunction";

    private final AccountContext account;
    private final Launcher launcher;
    private final Concurrency concurrency = new Concurrency();
    private final Layers layers;
    private final ZipCode zipCode;
    private final Map<String, Function> functions = new ConcurrentSkipListMap<>();

    public Functions(AccountContext account, LambdaHost host) {
        this.account = account;
        launcher = new Launcher(account, host);
        layers = new Layers(account);
        zipCode = new ZipCode(host.zipDirectory());
    }

    /**
     * Creates a function and starts a first process for it in the background.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException if the name is taken, the code is not there, or Lambda cannot
     *     assume the role
     */
    public synchronized Function create(FunctionConfiguration configuration) {
        if (functions.containsKey(configuration.name())) {
            throw LambdaErrors.conflict("Function already exist: " + configuration.name());
        }
        checkRole(configuration);
        Function function = new Function(configuration, launcher, concurrency, account);
        functions.put(function.name(), function);
        function.prewarm();
        return function;
    }

    /**
     * Changes a function to the configuration, and to the code as it is now; processes that are at work finish it.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException as {@link #create}, or if there is no function of that name
     */
    public synchronized Function update(FunctionConfiguration configuration) {
        Function function = function(configuration.name());
        checkRole(configuration);
        function.versions().latest().update(configuration);
        if (!launcher.keepsSpares()) {
            function.prewarm();
        }
        return function;
    }

    /** Deletes the function with its policy and ends its processes; does nothing if there is none. */
    public void delete(String name) {
        Function function = functions.remove(name);
        if (function != null) {
            function.permissions().removeAll();
            concurrency.release(name);
            function.close();
        }
    }

    /** @param nameOrArn a name, an ARN, or the last part of an ARN; perhaps with a version or alias */
    public Optional<Function> find(String nameOrArn) {
        FunctionName name = FunctionName.parse(nameOrArn);
        Optional<Function> function = Optional.ofNullable(functions.get(name.name()));
        return name.isLatest()
                ? function
                : function.flatMap(
                        found -> found.versions().qualified(name.qualifier().orElse(Function.LATEST), found));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} */
    public Function function(String nameOrArn) {
        return find(nameOrArn)
                .orElseThrow(() -> LambdaErrors.functionNotFound(
                        FunctionName.parse(nameOrArn).qualifiedArn(account)));
    }

    /**
     * As {@link #function(String)}, for a version or alias that is given apart from the name.
     *
     * @param qualifier empty if there is none, or within the name
     */
    public Function function(String nameOrArn, Optional<String> qualifier) {
        return qualifier
                .map(version -> function(FunctionName.parse(nameOrArn).name() + ":" + version))
                .orElseGet(() -> function(nameOrArn));
    }

    /**
     * The function that a request names, if the caller may do this to it.
     *
     * @param qualifier a version or alias; null if the request names none, or within the name
     */
    Function require(Call call, String action, String nameOrArn, @Nullable String qualifier) {
        FunctionName name = FunctionName.parse(nameOrArn);
        FunctionName qualified = qualifier == null ? name : new FunctionName(name.name(), Optional.of(qualifier));
        call.authorize(action, qualified.arn(account));
        return function(qualified.arn(account));
    }

    /** How the account's concurrency is divided. */
    Concurrency concurrency() {
        return concurrency;
    }

    /** The directory itself or, if the asset is a zip or jar, a directory with what is in it. */
    public Path exploded(Path asset) {
        try {
            return Files.isRegularFile(asset) ? zipCode.unpack(Files.readAllBytes(asset)) : asset;
        } catch (IOException e) {
            throw LambdaErrors.invalidParameter("The code in %s cannot be read: %s".formatted(asset, e));
        }
    }

    /** Code that comes with requests. */
    ZipCode zipCode() {
        return zipCode;
    }

    /** What functions share. */
    public Layers layers() {
        return layers;
    }

    /**
     * Sets a part of the account's concurrency aside for a function.
     *
     * @param executions 0 stops the function; empty for no part of its own
     */
    public void reserveConcurrency(String name, Optional<Integer> executions) {
        Function function = function(name);
        executions.ifPresentOrElse(
                part -> concurrency.reserve(function.name(), part), () -> concurrency.release(function.name()));
    }

    /** How long, in real time, at least one invocation had to wait because no process of its function was ready. */
    public Duration startWait() {
        return launcher.startWait().soFar();
    }

    public List<Function> all() {
        return List.copyOf(functions.values());
    }

    @Override
    public String service() {
        return "lambda";
    }

    /** Invokes the function asynchronously, if its resource policy lets the sender. */
    @Override
    public DeliveryReceipt accept(Delivery delivery) {
        Optional<Function> function = find(delivery.targetArn());
        if (function.isEmpty()) {
            return new DeliveryReceipt.Refused(
                    "ResourceNotFoundException", "Function not found: " + delivery.targetArn(), false);
        }
        Optional<String> denied = denial(delivery, function.get());
        if (denied.isPresent()) {
            return new DeliveryReceipt.Refused("AccessDeniedException", denied.get(), false);
        }
        delivery.recordIn(account.journal()); // before it is invoked
        String requestId = UUID.randomUUID().toString();
        function.get().asyncQueue().accept(requestId, delivery.body(), delivery.sourceArn(), delivery.eventId());
        return new DeliveryReceipt.Accepted(requestId);
    }

    /** Ends all processes and waits until they are gone. */
    @Override
    public void close() {
        // Not on the common pool, whose few threads also learn that a process has ended: they must not wait for that.
        try (ExecutorService ending = Executors.newVirtualThreadPerTaskExecutor()) {
            List.copyOf(functions.keySet()).forEach(name -> ending.execute(() -> delete(name)));
        }
    }

    Optional<String> denial(Delivery delivery, Function function) {
        Decision decision = account.iam()
                .decide(delivery.sender(), INVOKE, function.arn(), Map.of("aws:SourceArn", delivery.sourceArn()));
        if (!(decision instanceof Decision.Denied denied)) {
            return Optional.empty();
        }
        String reason = "%s. Function %s needs a permission that lets %s perform %s for %s."
                .formatted(
                        denied.message(delivery.sender(), INVOKE, function.arn()),
                        function.name(),
                        delivery.sender().arn(),
                        INVOKE,
                        delivery.sourceArn());
        account.journal()
                .hop(Hop.Kind.DENIED)
                .from(delivery.sourceArn())
                .to(function.arn())
                .event(delivery.eventId())
                .because(reason)
                .record();
        return Optional.of(reason);
    }

    private void checkRole(FunctionConfiguration configuration) {
        Optional<Role> role = account.iam().roleByArn(configuration.roleArn());
        if (role.filter(found -> found.trusts("lambda.amazonaws.com")).isEmpty()) {
            throw LambdaErrors.invalidParameter("The role defined for the function cannot be assumed by Lambda.");
        }
    }
}
