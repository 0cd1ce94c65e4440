package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.s3.Buckets;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;

/**
 * CloudFormation's actions.
 *
 * <p>Deployments are over when the action that began them answers; a client that polls sees the end at once.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html">Actions</a>
 */
public final class CloudFormationEndpoint {
    private CloudFormationEndpoint() {}

    public static RpcService of(Stacks stacks, Buckets buckets, AccountContext account) {
        Templates templates = new Templates(stacks, buckets);
        ChangeSets changeSets = new ChangeSets(stacks, account);
        StackActions stackActions = new StackActions(stacks, templates, changeSets);
        ChangeSetActions changeSetActions = new ChangeSetActions(stacks, templates, changeSets);
        TemplateActions templateActions = new TemplateActions(templates);
        return new RpcService(
                        "cloudformation",
                        account.iam(),
                        account.journal(),
                        new Call.AccessDeniedStyle(403, "AccessDenied"))
                .query("http://cloudformation.amazonaws.com/doc/2010-05-15/")
                .missingMember("ValidationError")
                .operation("CreateStack", CreateStackRequest::builder, stackActions::create, "StackName")
                .operation("UpdateStack", UpdateStackRequest::builder, stackActions::update, "StackName")
                .operation("DeleteStack", DeleteStackRequest::builder, stackActions::delete, "StackName")
                .operation("DescribeStacks", DescribeStacksRequest::builder, stackActions::describe)
                .operation(
                        "DescribeStackEvents", DescribeStackEventsRequest::builder, stackActions::events, "StackName")
                .operation(
                        "DescribeStackResource",
                        DescribeStackResourceRequest::builder,
                        stackActions::resource,
                        "StackName",
                        "LogicalResourceId")
                .operation("DescribeStackResources", DescribeStackResourcesRequest::builder, stackActions::resources)
                .operation(
                        "ListStackResources",
                        ListStackResourcesRequest::builder,
                        stackActions::listResources,
                        "StackName")
                .operation("ListStacks", ListStacksRequest::builder, stackActions::list)
                .operation("ListExports", ListExportsRequest::builder, stackActions::exports)
                .operation(
                        "UpdateTerminationProtection",
                        UpdateTerminationProtectionRequest::builder,
                        stackActions::protect,
                        "StackName",
                        "EnableTerminationProtection")
                .operation(
                        "CreateChangeSet",
                        CreateChangeSetRequest::builder,
                        changeSetActions::create,
                        "StackName",
                        "ChangeSetName")
                .operation(
                        "DescribeChangeSet",
                        DescribeChangeSetRequest::builder,
                        changeSetActions::describe,
                        "ChangeSetName")
                .operation(
                        "ExecuteChangeSet",
                        ExecuteChangeSetRequest::builder,
                        changeSetActions::execute,
                        "ChangeSetName")
                .operation(
                        "DeleteChangeSet", DeleteChangeSetRequest::builder, changeSetActions::delete, "ChangeSetName")
                .operation("ListChangeSets", ListChangeSetsRequest::builder, changeSetActions::list, "StackName")
                .operation("GetTemplate", GetTemplateRequest::builder, stackActions::template)
                .operation("GetTemplateSummary", GetTemplateSummaryRequest::builder, templateActions::summary)
                .operation("ValidateTemplate", ValidateTemplateRequest::builder, templateActions::validate);
    }
}
