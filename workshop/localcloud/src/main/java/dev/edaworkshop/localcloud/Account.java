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
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.cloudformation.Environment;
import dev.edaworkshop.localcloud.cloudformation.RecordedDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.cloudformation.api.CloudFormationEndpoint;
import dev.edaworkshop.localcloud.cloudformation.deployers.AutoDeleteObjectsDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.BucketDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.BucketPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.EventSourceMappingDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.FunctionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.LogGroupDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ManagedPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ParameterDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.PermissionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.PolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.QueueDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.QueuePolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.RoleDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.SubscriptionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.TopicDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.TopicPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.apigateway.ApiGatewayDeployers;
import dev.edaworkshop.localcloud.cloudformation.deployers.cognito.CognitoDeployers;
import dev.edaworkshop.localcloud.cognito.CognitoEndpoint;
import dev.edaworkshop.localcloud.cognito.UserPools;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.http.Credentials;
import dev.edaworkshop.localcloud.http.PublicNames;
import dev.edaworkshop.localcloud.http.Signers;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.lambda.EventSourceMappings;
import dev.edaworkshop.localcloud.lambda.Functions;
import dev.edaworkshop.localcloud.lambda.LambdaEndpoint;
import dev.edaworkshop.localcloud.lambda.LambdaHost;
import dev.edaworkshop.localcloud.lambda.SynchronousCalls;
import dev.edaworkshop.localcloud.logs.LogGroups;
import dev.edaworkshop.localcloud.logs.LogsEndpoint;
import dev.edaworkshop.localcloud.s3.Buckets;
import dev.edaworkshop.localcloud.s3.S3Endpoint;
import dev.edaworkshop.localcloud.sns.SnsEndpoint;
import dev.edaworkshop.localcloud.sns.Topics;
import dev.edaworkshop.localcloud.sqs.Queues;
import dev.edaworkshop.localcloud.sqs.SqsEndpoint;
import dev.edaworkshop.localcloud.ssm.ParameterStore;
import dev.edaworkshop.localcloud.ssm.SsmEndpoint;
import dev.edaworkshop.localcloud.sts.StsEndpoint;
import dev.edaworkshop.localcloud.wire.ServiceEndpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One isolated world: its own clock, journal and resources.
 *
 * <p>All accounts of a local cloud have the same id and region, so that the same stack has the same ARNs in each; what
 * tells them apart is the credentials of a request.
 */
public final class Account implements AutoCloseable {
    private final AccountContext context;
    private final Topics topics;
    private final Queues queues;
    private final Functions functions;
    private final EventSourceMappings eventSourceMappings;
    private final Apis apis;
    private final Services apiServices;
    private final UserPools userPools;
    private final Buckets buckets;
    private final ParameterStore parameters;
    private final Stacks stacks;
    private final Map<String, ServiceEndpoint> endpoints = new TreeMap<>();

    Account(
            String accountId,
            String region,
            URI endpoint,
            Credentials<Account> credentials,
            PublicNames<Account> publicNames,
            LambdaHost lambdaHost) {
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
        topics = new Topics(context);
        queues = new Queues(context);
        functions = new Functions(context, lambdaHost);
        eventSourceMappings = new EventSourceMappings(functions, queues.sources(), context);
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
        context.deliveries().register(queues);
        context.deliveries().register(functions);
        add(ApiGatewayEndpoint.of(apis, context));
        add(CognitoEndpoint.of(userPools, context));
        buckets = new Buckets(context);
        parameters = new ParameterStore(context);
        stacks = new Stacks(
                new Environment(accountId, region, url -> ApiAddress.localized(url, endpoint)),
                clock,
                deployers(),
                name -> parameters
                        .find(name)
                        .map(ParameterStore.StoredParameter::value)
                        .orElse(null));
        add(CloudFormationEndpoint.of(stacks, buckets, context));
        add(LambdaEndpoint.of(functions, eventSourceMappings, context));
        add(LogsEndpoint.of(context));
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

    public Queues queues() {
        return queues;
    }

    public Functions functions() {
        return functions;
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

    @Override
    public void close() {
        eventSourceMappings.close();
        functions.close();
        queues.close();
        buckets.close();
        context.clock().close();
    }

    /** The resource types that are supported. */
    private List<ResourceDeployer> deployers() {
        List<ResourceDeployer> deployers = new ArrayList<>(List.of(
                new AutoDeleteObjectsDeployer(buckets),
                new BucketDeployer(buckets),
                RecordedDeployer.of("Custom::LogRetention", "logs here live as long as the local cloud"),
                new BucketPolicyDeployer(context.iam()),
                RecordedDeployer.of("AWS::ECR::Repository", "the local cloud runs no containers")
                        .namedBy("RepositoryName")
                        .withAttribute("Arn", "arn:aws:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Ref}")
                        .withAttribute(
                                "RepositoryUri", "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Ref}"),
                new ManagedPolicyDeployer(context.iam(), context.accountId()),
                new ParameterDeployer(parameters),
                new EventSourceMappingDeployer(eventSourceMappings),
                new FunctionDeployer(functions),
                new LogGroupDeployer(context.region(), context.accountId()),
                new PermissionDeployer(functions),
                new PolicyDeployer(context.iam()),
                new QueueDeployer(queues),
                new QueuePolicyDeployer(queues),
                new RoleDeployer(context.iam(), context.accountId()),
                new SubscriptionDeployer(topics),
                new TopicDeployer(topics),
                new TopicPolicyDeployer(topics, context.iam())));
        deployers.addAll(ApiGatewayDeployers.all(apis, apiServices));
        deployers.addAll(CognitoDeployers.all(userPools));
        return deployers;
    }

    private void add(ServiceEndpoint endpoint) {
        endpoints.put(endpoint.signingName(), endpoint);
    }

    /** The keys of this account. */
    private record KeysOf(Account account, Credentials<Account> credentials) implements AccessKeys {
        @Override
        public String issue(Principal principal) {
            return credentials.issue(account, principal);
        }

        @Override
        public void revoke(String accessKey) {
            credentials.revoke(accessKey);
        }
    }
}
