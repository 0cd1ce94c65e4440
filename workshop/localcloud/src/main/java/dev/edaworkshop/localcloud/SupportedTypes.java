package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.cloudformation.RecordedDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.AliasDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ApiDestinationDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ArchiveDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.AutoDeleteObjectsDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.BucketDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.BucketPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.CdkLogResourcePolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ConnectionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.EventBusDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.EventBusPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.EventInvokeConfigDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.EventSourceMappingDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.FunctionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.GlobalTableDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.LayerVersionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.LogGroupDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.LogResourcePolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ManagedPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.ParameterDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.PermissionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.PolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.QueueDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.QueuePolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.RoleDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.RuleDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.SubscriptionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.TableDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.TopicDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.TopicPolicyDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.VersionDeployer;
import dev.edaworkshop.localcloud.cloudformation.deployers.apigateway.ApiGatewayDeployers;
import dev.edaworkshop.localcloud.cloudformation.deployers.cognito.CognitoDeployers;
import dev.edaworkshop.localcloud.events.Rules;
import java.util.ArrayList;
import java.util.List;

/** The types of resources that stacks may have: this list is what is supported. */
final class SupportedTypes {
    private SupportedTypes() {}

    static List<ResourceDeployer> of(Account account) {
        AccountContext context = account.context();
        List<ResourceDeployer> deployers = new ArrayList<>(List.of(
                new AliasDeployer(account.functions()),
                new ApiDestinationDeployer(account.apiDestinations()),
                new ArchiveDeployer(account.archives()),
                new AutoDeleteObjectsDeployer(account.buckets()),
                new BucketDeployer(account.buckets()),
                new BucketPolicyDeployer(context.iam()),
                new CdkLogResourcePolicyDeployer(account.logResourcePolicies()),
                new ConnectionDeployer(account.apiDestinations()),
                new EventBusDeployer(account.eventBuses()),
                new EventBusPolicyDeployer(account.eventBuses()),
                new EventInvokeConfigDeployer(account.functions()),
                new EventSourceMappingDeployer(account.eventSourceMappings()),
                new FunctionDeployer(account.functions()),
                new GlobalTableDeployer(account.tables()),
                new LayerVersionDeployer(account.functions()),
                new LogGroupDeployer(context.region(), context.accountId(), context.logs()),
                new LogResourcePolicyDeployer(account.logResourcePolicies()),
                new ManagedPolicyDeployer(context.iam(), context.accountId()),
                new ParameterDeployer(account.parameters()),
                new PermissionDeployer(account.functions()),
                new PolicyDeployer(context.iam()),
                new QueueDeployer(account.queues()),
                new QueuePolicyDeployer(account.queues()),
                new RoleDeployer(context.iam(), context.accountId()),
                new RuleDeployer(new Rules(account.eventBuses())),
                new SubscriptionDeployer(account.topics()),
                new TableDeployer(account.tables()),
                new TopicDeployer(account.topics()),
                new TopicPolicyDeployer(account.topics()),
                new VersionDeployer(account.functions())));
        deployers.addAll(ApiGatewayDeployers.all(account.apis(), account.apiServices()));
        deployers.addAll(CognitoDeployers.all(account.userPools()));
        deployers.addAll(recorded());
        return deployers;
    }

    /** What matters in AWS only. */
    private static List<ResourceDeployer> recorded() {
        return List.of(
                RecordedDeployer.of("AWS::ECR::Repository", "the local cloud runs no containers")
                        .namedBy("RepositoryName")
                        .withAttribute("Arn", "arn:aws:ecr:${AWS::Region}:${AWS::AccountId}:repository/${Ref}")
                        .withAttribute(
                                "RepositoryUri", "${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/${Ref}"),
                RecordedDeployer.of("AWS::CloudWatch::Alarm", "there are no metrics here")
                        .namedBy("AlarmName")
                        .withAttribute("Arn", "arn:aws:cloudwatch:${AWS::Region}:${AWS::AccountId}:alarm:${Ref}"),
                RecordedDeployer.of("AWS::CloudWatch::Dashboard", "there are no metrics here")
                        .namedBy("DashboardName"),
                RecordedDeployer.of("AWS::Logs::MetricFilter", "there are no metrics here"),
                RecordedDeployer.of("Custom::LogRetention", "logs here live as long as the local cloud"));
    }
}
