package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.Busy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.logs.LogGroup;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A function as it is named: by itself, which means {@code $LATEST}, or with a version or alias.
 *
 * <p>Permissions and the configuration of asynchronous invocations belong to that name, as in AWS.
 */
public final class Function {
    /** The version that can be changed. */
    static final String LATEST = "$LATEST";

    private final String name;
    private final String functionArn;
    private final Optional<String> qualifier;
    private final Versions versions;
    private final Concurrency concurrency;
    private final Faults faults;
    private final Tags tags;
    private final AccountContext account;
    private final Permissions permissions;
    private final AsyncQueue asyncQueue;

    Function(FunctionConfiguration configuration, Launcher launcher, Concurrency concurrency, AccountContext account) {
        this(
                configuration.name(),
                Optional.empty(),
                new Versions(
                        account.arn("lambda", "function:" + configuration.name()), configuration, launcher, account),
                concurrency,
                new Faults(account),
                new Tags(),
                account);
    }

    private Function(
            String name,
            Optional<String> qualifier,
            Versions versions,
            Concurrency concurrency,
            Faults faults,
            Tags tags,
            AccountContext account) {
        this.name = name;
        this.qualifier = qualifier;
        this.versions = versions;
        this.concurrency = concurrency;
        this.faults = faults;
        this.tags = tags;
        this.account = account;
        functionArn = account.arn("lambda", "function:" + name);
        permissions = new Permissions(arn(), account);
        asyncQueue = new AsyncQueue(this, account);
    }

    public String name() {
        return name;
    }

    /** As it is named: with the version or alias if there is one. */
    public String arn() {
        return qualifier.map(version -> functionArn + ":" + version).orElse(functionArn);
    }

    /** With a version or alias in any case. */
    public String qualifiedArn() {
        return functionArn + ":" + qualifier();
    }

    /** Of the version; of an alias that divides invocations, the main one. */
    public FunctionConfiguration configuration() {
        return version().configuration();
    }

    /** The role at work, as whom the function calls other services. */
    public Principal.AssumedRole principal() {
        return new Principal.AssumedRole(
                account.accountId(), Roles.name(configuration().roleArn()), name());
    }

    /** Who may invoke it under this name besides the account's own roles. */
    public Permissions permissions() {
        return permissions;
    }

    public LogGroup log() {
        return account.logs().group(configuration().logGroup());
    }

    /** What waits for its turn, or for its next attempt. */
    public AsyncQueue asyncQueue() {
        return asyncQueue;
    }

    /** How many invocations may be at work at a time; empty if the function has no part of its own. */
    public Optional<Integer> reservedConcurrency() {
        return concurrency.reserved(name);
    }

    public Tags tags() {
        return tags;
    }

    /** Invokes the function as the account's administrator does, and waits for the result. */
    public InvocationResult invoke(String json) {
        String requestId = UUID.randomUUID().toString();
        String administrator = new Principal.Administrator(account.accountId()).arn();
        return invoke(
                new Invocation(
                        requestId, json, List.of(new CarriedEvent(requestId, requestId, administrator, 1, json))),
                Judgement.ALL_OR_NOTHING);
    }

    /**
     * Invokes the function, waits for the result and writes down what became of each event.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code TooManyRequestsException} if too many are at work
     */
    InvocationResult invoke(Invocation invocation, Judgement judgement) {
        return execute(invocation, judgement).result();
    }

    /** As {@link #invoke(Invocation, Judgement)}, and says which version was at work. */
    Execution execute(Invocation invocation, Judgement judgement) {
        faults.admit();
        try (Busy busy = account.clock().busy("function " + name());
                Concurrency.Slot slot = concurrency.enter(name)) {
            invocation.events().forEach(event -> hop(Hop.Kind.INVOKED, event)
                    .from(event.from())
                    .to(arn())
                    .because(invocation.type())
                    .carrying(event.payload())
                    .record());
            FunctionVersion version = versions.choose(qualifier());
            InvocationResult result = faults.instead(version.configuration(), invocation.requestId())
                    .orElseGet(() -> version.run(invocation.as(arn())));
            Judgement.Verdict verdict = judgement.judge(result);
            invocation.events().forEach(event -> verdict.failure(event)
                    .ifPresentOrElse(
                            reason -> hop(Hop.Kind.THREW, event)
                                    .from(arn())
                                    .because(reason)
                                    .carrying(result.payload())
                                    .record(),
                            () -> hop(Hop.Kind.RETURNED, event)
                                    .from(arn())
                                    .carrying(result.payload())
                                    .record()));
            return new Execution(result, version.version());
        }
    }

    /**
     * Makes every invocation fail from now on, without reaching the process; a later fault replaces an earlier one.
     *
     * @param errorType a Java class, such as {@code java.net.ConnectException}
     */
    public Fault fault(String errorType, String errorMessage) {
        return fault(new FaultPlan.Fail(100, 0, errorType, errorMessage));
    }

    /** Makes something go wrong from now on; a later fault replaces an earlier one. */
    public Fault fault(FaultPlan plan) {
        return faults.switchOn(plan);
    }

    /** The fault that is on. */
    public Optional<FaultPlan> fault() {
        return faults.on();
    }

    /** Switches off whatever fault is on. */
    public void repair() {
        faults.switchOff();
    }

    /** What all its versions are doing. */
    public Activity activity() {
        return versions.all().stream()
                .map(FunctionVersion::environments)
                .reduce(new Activity(concurrency.atWork(name), 0, 0), Activity::plus);
    }

    /** Starts a process ahead of the first invocation; returns at once. */
    public void prewarm() {
        version().prewarm();
    }

    /** Versions and aliases; the same whatever it is named by. */
    public Versions versions() {
        return versions;
    }

    /** The version it is named by; of an alias that divides invocations, the main one. */
    FunctionVersion version() {
        return versions.main(qualifier());
    }

    /** The same function by another name. */
    Function qualified(String versionOrAlias) {
        return new Function(name, Optional.of(versionOrAlias), versions, concurrency, faults, tags, account);
    }

    /** Whether an ARN, perhaps with a version or alias, means this function. */
    boolean isNamedBy(String otherArn) {
        return otherArn.equals(functionArn) || otherArn.startsWith(functionArn + ":");
    }

    /** Ends all processes and waits until they are gone. */
    void close() {
        versions.close();
    }

    private String qualifier() {
        return qualifier.orElse(LATEST);
    }

    private Journal.Entry hop(Hop.Kind kind, CarriedEvent event) {
        return account.journal().hop(kind).event(event.eventId()).attempt(event.attempt());
    }
}
