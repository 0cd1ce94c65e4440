package dev.edaworkshop.testkit.run;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.cloudformation.DeployReceipt;
import dev.edaworkshop.localcloud.events.PutEventsWatch;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.Red;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A lab's stack in an account of the local cloud that is its own, and ends with it. */
final class LocalLab implements DeployedLab, AutoCloseable {
    /** Long enough for every retry of the labs, short enough that a message which nobody ever takes comes to an end. */
    private static final Duration HORIZON = Duration.ofHours(6);

    private final LocalCloud cloud;
    private final Account account;
    private final LabClients clients;
    private final Map<String, String> outputs;
    private final String source;
    private final PhaseClock clock;
    private final LabPrograms programs;
    private final String accessKey;
    private final Map<String, LabClients> clientsOf = new ConcurrentHashMap<>();
    private final List<RunningProgram> started = new CopyOnWriteArrayList<>();
    private final Set<String> expectedToFail = ConcurrentHashMap.newKeySet();
    private final List<String> remarks = new CopyOnWriteArrayList<>();

    private LocalLab(
            LocalCloud cloud,
            Account account,
            LabClients clients,
            Map<String, String> outputs,
            String source,
            PhaseClock clock,
            LabPrograms programs,
            String accessKey) {
        this.cloud = cloud;
        this.account = account;
        this.clients = clients;
        this.outputs = outputs;
        this.source = source;
        this.clock = clock;
        this.programs = programs;
        this.accessKey = accessKey;
    }

    /** Deploys the assembly into a new account. */
    static LocalLab deploy(
            LocalCloud cloud, CloudAssembly assembly, String exercise, PhaseClock clock, LabPrograms programs) {
        return clock.measure(Phase.DEPLOY, () -> deployMeasured(cloud, assembly, exercise, clock, programs));
    }

    private static LocalLab deployMeasured(
            LocalCloud cloud, CloudAssembly assembly, String exercise, PhaseClock clock, LabPrograms programs) {
        Account account = cloud.newAccount();
        try {
            Map<String, String> outputs = new LinkedHashMap<>();
            for (DeployReceipt receipt : account.stacks().deploy(assembly, event -> {})) {
                outputs.putAll(receipt.outputs());
            }
            String key = cloud.issueKey(account, account.administrator());
            LabClients clients =
                    new LabClients(cloud.endpoint(), account.context().region(), key);
            String run = UUID.randomUUID().toString().substring(0, 4);
            return new LocalLab(
                    cloud, account, clients, outputs, "check_%s_%s".formatted(exercise, run), clock, programs, key);
        } catch (RuntimeException e) {
            cloud.closeAccount(account);
            throw e;
        }
    }

    @Override
    public String output(String name) {
        return Outputs.required(outputs, name);
    }

    @Override
    public Map<String, String> environment() {
        return LabProgram.environment(
                outputs, cloud.endpoint(), account.context().region(), accessKey);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public SnsClient sns() {
        return clients.sns();
    }

    @Override
    public SqsClient sqs() {
        return clients.sqs();
    }

    @Override
    public LambdaClient lambda() {
        return clients.lambda();
    }

    @Override
    public EventBridgeClient events() {
        return clients.events();
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return clients.dynamoDb();
    }

    @Override
    public DynamoDbClient dynamoDbAs(String function) {
        return clientsOf.computeIfAbsent(function, this::clientsAs).dynamoDb();
    }

    private LabClients clientsAs(String function) {
        Principal.AssumedRole role = account.functions().function(function).principal();
        String key =
                cloud.issueKey(account, new Principal.AssumedRole(role.accountId(), role.roleName(), CHECKS_SESSION));
        return new LabClients(cloud.endpoint(), account.context().region(), key);
    }

    @Override
    public CognitoIdentityProviderClient cognito() {
        return clients.cognito();
    }

    @Override
    public S3Client s3() {
        return clients.s3();
    }

    @Override
    public String invoke(String function, String json) {
        Duration waitedBefore = account.functions().startWait();
        InvokeResponse response = clients.lambda()
                .invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(json)));
        clock.add(Phase.FUNCTION_START, account.functions().startWait().minus(waitedBefore));
        String result = response.payload().asString(StandardCharsets.UTF_8);
        if (response.functionError() != null) {
            throw Red.because(
                    "function-failed",
                    "function %s to handle %s".formatted(function, json),
                    FailedInvocation.inWords(
                            result, account.functions().function(function).log().events()));
        }
        return result;
    }

    @Override
    public Probe probe(String topicArn) {
        return QueueProbe.subscribe(clients, topicArn);
    }

    @Override
    public BusProbe probeBus(String bus, String pattern) {
        return RuleProbe.listen(clients, bus, pattern);
    }

    @Override
    public Fault fail(String function) {
        return fault(function, new FaultPlan.Fail(100, 0, "dev.edaworkshop.testkit.FaultOnPurpose", Fault.MESSAGE));
    }

    @Override
    public void expectFailures(String function) {
        expectedToFail.add(function);
    }

    @Override
    public Set<String> expectedToFail() {
        return Set.copyOf(expectedToFail);
    }

    @Override
    public Fault fault(String function, FaultPlan plan) {
        var fault = account.functions().function(function).fault(plan);
        return fault::close;
    }

    @Override
    public Fault cutOff(String targetArn) {
        var outage = account.deliveries().cutOff(targetArn);
        return outage::close;
    }

    @Override
    public Fault throttle(String table, Set<String> actions) {
        var fault = account.tables().throttle(table, actions);
        return fault::close;
    }

    @Override
    public Fault throttle(String table, Set<String> actions, int calls) {
        var fault = account.tables().throttle(table, actions, calls);
        return fault::close;
    }

    @Override
    public PutEventsWatch watchPutEvents(PutEventsWatch.Plan plan) {
        return account.eventBuses().watch(plan);
    }

    @Override
    public Running start(String program, List<String> arguments, Map<String, String> environment) {
        RunningProgram running = programs.start(
                program,
                arguments,
                outputs,
                environment,
                cloud.endpoint(),
                account.context().region(),
                accessKey);
        started.add(running);
        return running;
    }

    @Override
    public Instant now() {
        return account.clock().instant();
    }

    @Override
    public void advance(Duration by) {
        account.clock().advance(by);
    }

    @Override
    public void drain() {
        drain(HORIZON);
    }

    @Override
    public void drain(Duration horizon) {
        Duration waitedBefore = account.functions().startWait();
        long before = System.nanoTime();
        account.clock().drain(horizon);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        Duration waited = account.functions().startWait().minus(waitedBefore);
        clock.add(Phase.FUNCTION_START, waited);
        clock.add(Phase.DRAIN, took.minus(waited));
    }

    @Override
    public List<Handled> handled(String function) {
        return journal().stream()
                .filter(hop -> hop.kind() == Hop.Kind.RETURNED && hop.from().endsWith(":function:" + function))
                .map(hop -> new Handled(hop.eventId(), hop.payload(), hop.attempt()))
                .toList();
    }

    @Override
    public List<String> printed(String function) {
        return FailedInvocation.printed(
                account.functions().function(function).log().events());
    }

    @Override
    public List<String> log(String function) {
        return FailedInvocation.allPrinted(
                account.functions().function(function).log().events());
    }

    @Override
    public void remark(List<String> lines) {
        remarks.addAll(lines);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public List<Hop> journal() {
        return account.journal().hops();
    }

    @Override
    public QueueView queue(String url) {
        return QueueViews.of(account, url);
    }

    @Override
    public void close() {
        started.forEach(RunningProgram::close);
        clients.close();
        clientsOf.values().forEach(LabClients::close);
        cloud.closeAccount(account);
    }
}
