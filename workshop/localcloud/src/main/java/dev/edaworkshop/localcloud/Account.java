package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.apigateway.ApiAddress;
import dev.edaworkshop.localcloud.apigateway.ApiGatewayEndpoint;
import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.CallerAccess;
import dev.edaworkshop.localcloud.apigateway.IssuerKeys;
import dev.edaworkshop.localcloud.apigateway.LambdaBackend;
import dev.edaworkshop.localcloud.apigateway.PatientBackend;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.apigateway.TokenVerifier;
import dev.edaworkshop.localcloud.apigateway.http.HttpApisSketch;
import dev.edaworkshop.localcloud.apigateway.rest.RestApisSketch;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.cloudformation.Environment;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.cloudformation.api.CloudFormationEndpoint;
import dev.edaworkshop.localcloud.cognito.CognitoEndpoint;
import dev.edaworkshop.localcloud.cognito.UserPools;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.dynamodb.DynamoDbEndpoint;
import dev.edaworkshop.localcloud.dynamodb.Tables;
import dev.edaworkshop.localcloud.dynamodb.TablesSketch;
import dev.edaworkshop.localcloud.events.ApiDestinations;
import dev.edaworkshop.localcloud.events.Archives;
import dev.edaworkshop.localcloud.events.BusesSketch;
import dev.edaworkshop.localcloud.events.EventBuses;
import dev.edaworkshop.localcloud.events.EventsEndpoint;
import dev.edaworkshop.localcloud.http.Credentials;
import dev.edaworkshop.localcloud.http.PublicNames;
import dev.edaworkshop.localcloud.http.Signers;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.lambda.EventSourceMappings;
import dev.edaworkshop.localcloud.lambda.Functions;
import dev.edaworkshop.localcloud.lambda.FunctionsSketch;
import dev.edaworkshop.localcloud.lambda.LambdaEndpoint;
import dev.edaworkshop.localcloud.lambda.LambdaHost;
import dev.edaworkshop.localcloud.lambda.QueueEventSource;
import dev.edaworkshop.localcloud.lambda.StreamEventSource;
import dev.edaworkshop.localcloud.lambda.SynchronousCalls;
import dev.edaworkshop.localcloud.logs.LogDeliveries;
import dev.edaworkshop.localcloud.logs.LogGroups;
import dev.edaworkshop.localcloud.logs.LogResourcePolicies;
import dev.edaworkshop.localcloud.logs.LogsEndpoint;
import dev.edaworkshop.localcloud.outbox.Outbox;
import dev.edaworkshop.localcloud.picture.Picture;
import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.s3.Buckets;
import dev.edaworkshop.localcloud.s3.S3Endpoint;
import dev.edaworkshop.localcloud.sns.SnsEndpoint;
import dev.edaworkshop.localcloud.sns.TopicDeliveries;
import dev.edaworkshop.localcloud.sns.Topics;
import dev.edaworkshop.localcloud.sns.TopicsSketch;
import dev.edaworkshop.localcloud.sqs.Queues;
import dev.edaworkshop.localcloud.sqs.QueuesSketch;
import dev.edaworkshop.localcloud.sqs.SqsEndpoint;
import dev.edaworkshop.localcloud.ssm.ParameterStore;
import dev.edaworkshop.localcloud.ssm.SsmEndpoint;
import dev.edaworkshop.localcloud.sts.StsEndpoint;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One isolated world: its own clock, journal and resources.
 *
 * <p>All accounts of a local cloud have the same id and region, so that the same stack has the same ARNs in each; what
 * tells them apart is the credentials of a request.
 */
public final class Account implements AutoCloseable {
    private final AccountContext context;
    private final Outbox outbox = new Outbox();
    private final Topics topics;
    private final Queues queues;
    private final Tables tables;
    private final Functions functions;
    private final EventSourceMappings eventSourceMappings;
    private final LogResourcePolicies logResourcePolicies;
    private final ApiDestinations apiDestinations;
    private final EventBuses eventBuses;
    private final Archives archives;
    private final Buckets buckets;
    private final ParameterStore parameters;
    private final UserPools userPools;
    private final Apis apis;
    private final Services apiServices;
    private final Stacks stacks;
    private final Map<String, ServiceEndpoint> endpoints = new TreeMap<>();

    Account(
            String accountId,
            String region,
            URI endpoint,
            Credentials<Account> credentials,
            PublicNames<Account> publicNames,
            LambdaHost lambdaHost,
            Path cacheDirectory) {
        CloudClock clock = new CloudClock();
        context = new AccountContext(
                accountId,
                region,
                endpoint,
                clock,
                new Journal(clock),
                new Iam(accountId),
                new KeysOf(this, credentials),
                new Deliveries(),
                new LogGroups(clock));
        topics = new Topics(context, outbox);
        queues = new Queues(context);
        tables = new Tables(context, cacheDirectory);
        functions = new Functions(context, lambdaHost);
        eventSourceMappings = new EventSourceMappings(functions, context);
        eventSourceMappings.register(new QueueEventSource(queues.sources(), context));
        eventSourceMappings.register(new StreamEventSource(tables, context));
        logResourcePolicies = new LogResourcePolicies(context.iam());
        apiDestinations = new ApiDestinations(context);
        eventBuses = new EventBuses(context, apiDestinations);
        archives = new Archives(eventBuses, context);
        buckets = new Buckets(context);
        parameters = new ParameterStore(context);
        userPools = new UserPools(context, id -> publicNames.claim(id, this), publicNames::release);
        apis = new Apis(context, id -> publicNames.claim(id, this), publicNames::release);
        apiServices = new Services(
                context,
                new PatientBackend(new LambdaBackend(new SynchronousCalls(functions)), clock),
                new TokenVerifier(new IssuerKeys(userPools::keysOf), clock),
                new CallerAccess(context.iam(), request -> Signers.of(request).map(key -> credentials
                        .identity(key)
                        .filter(identity -> identity.account() == this)
                        .map(Credentials.Identity::principal)
                        .orElseGet(this::administrator))));
        stacks = new Stacks(
                new Environment(accountId, region, url -> ApiAddress.localized(url, endpoint)),
                clock,
                SupportedTypes.of(this),
                name -> parameters
                        .find(name)
                        .map(ParameterStore.StoredParameter::value)
                        .orElse(null));
        registerDeliveryTargets();
        addEndpoints();
    }

    private void registerDeliveryTargets() {
        context.deliveries().register(queues);
        context.deliveries().register(functions);
        context.deliveries().register(eventBuses);
        context.deliveries().register(new TopicDeliveries(topics, context));
        context.deliveries().register(new LogDeliveries(context));
    }

    private void addEndpoints() {
        add(ApiGatewayEndpoint.of(apis, context));
        add(CloudFormationEndpoint.of(stacks, buckets, context));
        add(CognitoEndpoint.of(userPools, context));
        add(DynamoDbEndpoint.of(tables, context));
        add(EventsEndpoint.of(eventBuses, archives, apiDestinations, context));
        add(LambdaEndpoint.of(functions, eventSourceMappings, this::unpacked, context));
        add(LogsEndpoint.of(context, logResourcePolicies));
        add(S3Endpoint.of(buckets, context));
        add(SnsEndpoint.of(topics, context));
        add(SqsEndpoint.of(queues, context));
        add(SsmEndpoint.of(parameters, context));
        add(StsEndpoint.of(context));
    }

    public AccountContext context() {
        return context;
    }

    public CloudClock clock() {
        return context.clock();
    }

    public Journal journal() {
        return context.journal();
    }

    public Topics topics() {
        return topics;
    }

    /** The e-mails and text messages that topics have sent. */
    public Outbox outbox() {
        return outbox;
    }

    public Queues queues() {
        return queues;
    }

    /** The way from one service to another, which can be cut off. */
    public Deliveries deliveries() {
        return context.deliveries();
    }

    public Tables tables() {
        return tables;
    }

    public Functions functions() {
        return functions;
    }

    public EventBuses eventBuses() {
        return eventBuses;
    }

    public Archives archives() {
        return archives;
    }

    public ApiDestinations apiDestinations() {
        return apiDestinations;
    }

    LogResourcePolicies logResourcePolicies() {
        return logResourcePolicies;
    }

    Services apiServices() {
        return apiServices;
    }

    public EventSourceMappings eventSourceMappings() {
        return eventSourceMappings;
    }

    public Apis apis() {
        return apis;
    }

    public UserPools userPools() {
        return userPools;
    }

    public Buckets buckets() {
        return buckets;
    }

    /** Systems Manager's Parameter Store. */
    public ParameterStore parameters() {
        return parameters;
    }

    public Stacks stacks() {
        return stacks;
    }

    /** Whoever calls without being known: may do everything. */
    public Principal administrator() {
        return new Principal.Administrator(context.accountId());
    }

    ServiceEndpoint endpoint(String signingName) {
        return Objects.requireNonNull(endpoints.get(signingName), signingName);
    }

    /** Every service of the local cloud. */
    public Collection<ServiceEndpoint> services() {
        return endpoints.values();
    }

    /** What is deployed at the moment: the stations of events and the ways between them. */
    public Picture picture() {
        Sketch sketch = new Sketch();
        new HttpApisSketch(apis, context).draw(sketch);
        new RestApisSketch(apis, context).draw(sketch);
        new TopicsSketch(topics).draw(sketch);
        new BusesSketch(eventBuses, archives).draw(sketch);
        new QueuesSketch(queues).draw(sketch);
        new TablesSketch(tables).draw(sketch);
        FunctionsSketch functionsSketch = new FunctionsSketch(functions, eventSourceMappings, context.iam());
        functionsSketch.draw(sketch);
        functionsSketch.drawUses(sketch);
        return sketch.finish();
    }

    @Override
    public void close() {
        eventSourceMappings.close();
        functions.close();
        queues.close();
        tables.close();
        buckets.close();
        topics.close();
        context.clock().close();
    }

    private Optional<Path> unpacked(String bucket, String key) {
        return buckets.find(bucket).flatMap(found -> found.object(key)).map(buckets::unpacked);
    }

    private void add(ServiceEndpoint endpoint) {
        endpoints.put(endpoint.signingName(), endpoint);
    }

    /** The keys of this account. */
    private record KeysOf(Account account, Credentials<Account> credentials) implements AccessKeys {
        @Override
        public void assign(String accessKey, Principal principal) {
            credentials.assign(accessKey, account, principal);
        }

        @Override
        public void revoke(String accessKey) {
            credentials.revoke(accessKey);
        }
    }
}
