package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.Stack;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.StackResource;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.ListExportsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListExportsResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.ListStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateStackResponse;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionRequest;
import software.amazon.awssdk.services.cloudformation.model.UpdateTerminationProtectionResponse;

/** What CloudFormation does with stacks. */
final class StackActions {
    private final Stacks stacks;
    private final Templates templates;
    private final ChangeSets changeSets;

    StackActions(Stacks stacks, Templates templates, ChangeSets changeSets) {
        this.stacks = stacks;
        this.templates = templates;
        this.changeSets = changeSets;
    }

    CreateStackResponse create(Call call, CreateStackRequest request) {
        String name = request.stackName();
        call.authorize("cloudformation:CreateStack", stacks.idOf(name));
        if (stacks.stack(name).isPresent()) {
            throw new AwsException(400, "AlreadyExistsException", "Stack [" + name + "] already exists");
        }
        Templates.Source source = new Templates.Source(request.templateBody(), request.templateURL(), false);
        StackRequest wanted = templates
                .request(name, source, request.parameters(), request.tags())
                .withTerminationProtection(Boolean.TRUE.equals(request.enableTerminationProtection()));
        Capabilities.require(wanted.template(), request.capabilitiesAsStrings());
        StackNames.begin(() -> stacks.deploy(wanted));
        return CreateStackResponse.builder().stackId(stacks.idOf(name)).build();
    }

    UpdateStackResponse update(Call call, UpdateStackRequest request) {
        String name = StackNames.nameOf(request.stackName());
        call.authorize("cloudformation:UpdateStack", stacks.idOf(name));
        require(name);
        StackRequest wanted = templates.request(
                name,
                new Templates.Source(request.templateBody(), request.templateURL(), request.usePreviousTemplate()),
                request.parameters(),
                request.tags());
        Capabilities.require(wanted.template(), request.capabilitiesAsStrings());
        StackNames.begin(() -> {
            if (stacks.preview(wanted).isEmpty()) {
                throw new AwsException(400, "ValidationError", "No updates are to be performed.");
            }
            stacks.deploy(wanted);
        });
        return UpdateStackResponse.builder().stackId(stacks.idOf(name)).build();
    }

    DeleteStackResponse delete(Call call, DeleteStackRequest request) {
        String name = StackNames.nameOf(request.stackName());
        call.authorize("cloudformation:DeleteStack", stacks.idOf(name));
        if (stacks.stack(name).isPresent()) {
            StackNames.begin(() -> stacks.delete(name));
        }
        changeSets.removeAllOf(name);
        return DeleteStackResponse.builder().build();
    }

    DescribeStacksResponse describe(Call call, DescribeStacksRequest request) {
        String asked = request.stackName();
        call.authorize("cloudformation:DescribeStacks", asked == null ? "*" : stacks.idOf(StackNames.nameOf(asked)));
        List<software.amazon.awssdk.services.cloudformation.model.Stack> found = new ArrayList<>();
        if (asked == null) {
            stacks.stacks().forEach(stack -> found.add(StackViews.stack(stack)));
            changeSets.inReview().forEach(name -> changeSets
                    .inReview(name)
                    .ifPresent(review -> found.add(StackViews.inReview(review, stacks.idOf(name)))));
        } else {
            found.add(describe(asked));
        }
        return DescribeStacksResponse.builder().stacks(found).build();
    }

    private software.amazon.awssdk.services.cloudformation.model.Stack describe(String asked) {
        String name = StackNames.nameOf(asked);
        return stacks.stack(name)
                .or(() -> stacks.deletedStack(asked))
                .map(StackViews::stack)
                .or(() -> changeSets.inReview(name).map(review -> StackViews.inReview(review, stacks.idOf(name))))
                .orElseThrow(() -> noSuchStack(asked));
    }

    DescribeStackEventsResponse events(Call call, DescribeStackEventsRequest request) {
        String name = StackNames.nameOf(request.stackName());
        call.authorize("cloudformation:DescribeStackEvents", stacks.idOf(name));
        if (changeSets.inReview(name).isPresent()) {
            return DescribeStackEventsResponse.builder().stackEvents(List.of()).build();
        }
        Stack stack = stacks.stack(name)
                .or(() -> stacks.deletedStack(request.stackName()))
                .orElseThrow(() ->
                        new AwsException(400, "ValidationError", "Stack [" + request.stackName() + "] does not exist"));
        return DescribeStackEventsResponse.builder()
                .stackEvents(StackViews.events(stack))
                .build();
    }

    DescribeStackResourceResponse resource(Call call, DescribeStackResourceRequest request) {
        Stack stack = read(call, "cloudformation:DescribeStackResource", request.stackName());
        StackResource resource = stack.resource(request.logicalResourceId())
                .orElseThrow(() -> new AwsException(
                        400,
                        "ValidationError",
                        "Resource " + request.logicalResourceId() + " does not exist for stack " + stack.name()));
        return DescribeStackResourceResponse.builder()
                .stackResourceDetail(StackViews.detail(stack, resource))
                .build();
    }

    DescribeStackResourcesResponse resources(Call call, DescribeStackResourcesRequest request) {
        if (request.stackName() == null) {
            throw new AwsException(
                    400, "ValidationError", "The local cloud needs StackName for DescribeStackResources.");
        }
        Stack stack = read(call, "cloudformation:DescribeStackResources", request.stackName());
        return DescribeStackResourcesResponse.builder()
                .stackResources(stack.resources().stream()
                        .filter(resource -> request.logicalResourceId() == null
                                || request.logicalResourceId().equals(resource.logicalId()))
                        .map(resource -> StackViews.resource(stack, resource))
                        .toList())
                .build();
    }

    ListStackResourcesResponse listResources(Call call, ListStackResourcesRequest request) {
        Stack stack = read(call, "cloudformation:ListStackResources", request.stackName());
        return ListStackResourcesResponse.builder()
                .stackResourceSummaries(stack.resources().stream()
                        .map(resource -> StackViews.summary(stack, resource))
                        .toList())
                .build();
    }

    ListStacksResponse list(Call call, ListStacksRequest request) {
        call.authorize("cloudformation:ListStacks", "*");
        return ListStacksResponse.builder()
                .stackSummaries(stacks.stacks().stream()
                        .filter(stack -> request.stackStatusFiltersAsStrings().isEmpty()
                                || request.stackStatusFiltersAsStrings()
                                        .contains(stack.status().name()))
                        .map(StackViews::summary)
                        .toList())
                .build();
    }

    ListExportsResponse exports(Call call, ListExportsRequest request) {
        call.authorize("cloudformation:ListExports", "*");
        return ListExportsResponse.builder()
                .exports(stacks.stacks().stream()
                        .flatMap(stack -> stack.outputs().stream()
                                .flatMap(output -> output.exportName().stream().map(name -> Export.builder()
                                        .exportingStackId(stack.id())
                                        .name(name)
                                        .value(output.value())
                                        .build())))
                        .toList())
                .build();
    }

    GetTemplateResponse template(Call call, GetTemplateRequest request) {
        @Nullable String changeSet = request.changeSetName();
        String name = StackNames.nameOf(Optional.ofNullable(request.stackName()).orElse(""));
        call.authorize("cloudformation:GetTemplate", stacks.idOf(name));
        String template = changeSet != null
                ? changeSets.require(changeSet, name).request().template()
                : changeSets
                        .inReview(name)
                        .map(review -> "{}")
                        .or(() -> require(name).request().map(StackRequest::template))
                        .orElseThrow(() -> noSuchStack(name));
        return GetTemplateResponse.builder()
                .templateBody(template)
                .stagesAvailable(TemplateStage.ORIGINAL, TemplateStage.PROCESSED)
                .build();
    }

    UpdateTerminationProtectionResponse protect(Call call, UpdateTerminationProtectionRequest request) {
        Stack stack = read(call, "cloudformation:UpdateTerminationProtection", request.stackName());
        stack.setTerminationProtection(Boolean.TRUE.equals(request.enableTerminationProtection()));
        return UpdateTerminationProtectionResponse.builder().stackId(stack.id()).build();
    }

    private Stack read(Call call, String action, String nameOrArn) {
        String name = StackNames.nameOf(nameOrArn);
        call.authorize(action, stacks.idOf(name));
        return Stream.of(stacks.stack(name), stacks.deletedStack(nameOrArn))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> noSuchStack(nameOrArn));
    }

    private Stack require(String name) {
        return stacks.stack(name).orElseThrow(() -> noSuchStack(name));
    }

    private static AwsException noSuchStack(String name) {
        return new AwsException(400, "ValidationError", "Stack with id " + name + " does not exist");
    }
}
