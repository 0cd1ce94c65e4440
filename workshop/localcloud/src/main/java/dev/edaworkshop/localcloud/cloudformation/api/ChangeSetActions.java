package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.CloudFormationException;
import dev.edaworkshop.localcloud.cloudformation.ResourceChange;
import dev.edaworkshop.localcloud.cloudformation.StackPreview;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.cloudformation.api.ChangeSets.ChangeSet;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ChangeType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DeleteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.ExecuteChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsRequest;
import software.amazon.awssdk.services.cloudformation.model.ListChangeSetsResponse;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

/** What CloudFormation does with change sets. */
final class ChangeSetActions {
    /** The words by which the CDK's command recognises that there is nothing to do. */
    private static final String NO_CHANGES =
            "The submitted information didn't contain changes. Submit different information to create a change set.";

    private final Stacks stacks;
    private final Templates templates;
    private final ChangeSets changeSets;

    ChangeSetActions(Stacks stacks, Templates templates, ChangeSets changeSets) {
        this.stacks = stacks;
        this.templates = templates;
        this.changeSets = changeSets;
    }

    CreateChangeSetResponse create(Call call, CreateChangeSetRequest request) {
        String stackName = StackNames.nameOf(request.stackName());
        call.authorize("cloudformation:CreateChangeSet", stacks.idOf(stackName));
        boolean creates = request.changeSetType() == ChangeSetType.CREATE;
        if (request.changeSetType() == ChangeSetType.IMPORT) {
            throw new AwsException(
                    400, "ValidationError", "The local cloud does not support change sets of type IMPORT.");
        }
        if (!creates && stacks.stack(stackName).isEmpty()) {
            throw new AwsException(400, "ValidationError", "Stack [" + stackName + "] does not exist");
        }
        if (creates && stacks.stack(stackName).isPresent()) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "Stack [" + stackName + "] already exists and cannot be created again with the changeSet ["
                            + request.changeSetName() + "].");
        }
        ChangeSet changeSet = examined(request, stackName, creates);
        changeSets.add(changeSet);
        return CreateChangeSetResponse.builder()
                .id(changeSet.id())
                .stackId(stacks.idOf(stackName))
                .build();
    }

    private ChangeSet examined(CreateChangeSetRequest request, String stackName, boolean creates) {
        StackRequest wanted = templates.request(
                stackName,
                new Templates.Source(request.templateBody(), request.templateURL(), request.usePreviousTemplate()),
                request.parameters(),
                request.tags());
        Capabilities.require(wanted.template(), request.capabilitiesAsStrings());
        List<ResourceChange> changes = List.of();
        Optional<String> failure;
        try {
            StackPreview preview = stacks.preview(wanted);
            changes = preview.changes();
            failure = preview.isEmpty() ? Optional.of(NO_CHANGES) : Optional.empty();
        } catch (CloudFormationException e) {
            failure = Optional.of(e.message());
        }
        return new ChangeSet(
                request.changeSetName(),
                changeSets.newId(request.changeSetName()),
                Optional.ofNullable(request.description()).orElse(""),
                changeSets.now(),
                wanted,
                request.capabilitiesAsStrings(),
                creates,
                changes,
                failure);
    }

    DescribeChangeSetResponse describe(Call call, DescribeChangeSetRequest request) {
        ChangeSet changeSet = find(request.changeSetName(), request.stackName());
        call.authorize("cloudformation:DescribeChangeSet", stacks.idOf(changeSet.stackName()));
        DescribeChangeSetResponse.Builder response = DescribeChangeSetResponse.builder()
                .changeSetName(changeSet.name())
                .changeSetId(changeSet.id())
                .stackId(stacks.idOf(changeSet.stackName()))
                .stackName(changeSet.stackName())
                .description(changeSet.description())
                .creationTime(changeSet.created())
                .parameters(StackNames.parameters(changeSet.request()))
                .tags(StackNames.tags(changeSet.request()))
                .capabilitiesWithStrings(changeSet.capabilities())
                .status(status(changeSet))
                .executionStatus(executionStatus(changeSet))
                .includeNestedStacks(false)
                .changes(changeSet.changes().stream()
                        .map(ChangeSetActions::change)
                        .toList());
        changeSet.failure().ifPresent(response::statusReason);
        return response.build();
    }

    private static Change change(ResourceChange change) {
        return Change.builder()
                .type(ChangeType.RESOURCE)
                .resourceChange(resource -> {
                    resource.logicalResourceId(change.logicalId())
                            .resourceType(change.type())
                            .action(
                                    switch (change.action()) {
                                        case CREATED -> ChangeAction.ADD;
                                        case DELETED, LEFT_BEHIND, RETAINED -> ChangeAction.REMOVE;
                                        case UPDATED, REPLACED, UNCHANGED -> ChangeAction.MODIFY;
                                    });
                    if (!change.physicalId().isEmpty()) {
                        resource.physicalResourceId(change.physicalId());
                    }
                    switch (change.action()) {
                        case REPLACED -> resource.replacement(Replacement.TRUE);
                        case UPDATED -> resource.replacement(Replacement.FALSE);
                        default -> {}
                    }
                })
                .build();
    }

    ExecuteChangeSetResponse execute(Call call, ExecuteChangeSetRequest request) {
        ChangeSet changeSet = find(request.changeSetName(), request.stackName());
        call.authorize("cloudformation:ExecuteChangeSet", stacks.idOf(changeSet.stackName()));
        if (changeSet.failure().isPresent()) {
            throw new AwsException(
                    400,
                    "InvalidChangeSetStatus",
                    "ChangeSet [" + changeSet.id() + "] cannot be executed in its current status of [FAILED]");
        }
        StackNames.begin(() -> stacks.deploy(changeSet.request()));
        changeSets.removeAllOf(changeSet.stackName());
        return ExecuteChangeSetResponse.builder().build();
    }

    DeleteChangeSetResponse delete(Call call, DeleteChangeSetRequest request) {
        String stackName =
                StackNames.nameOf(Optional.ofNullable(request.stackName()).orElse(""));
        call.authorize("cloudformation:DeleteChangeSet", stacks.idOf(stackName));
        // One that is gone is no error, as long as the stack is there.
        changeSets.find(request.changeSetName(), stackName).ifPresent(changeSets::remove);
        return DeleteChangeSetResponse.builder().build();
    }

    ListChangeSetsResponse list(Call call, ListChangeSetsRequest request) {
        String stackName = StackNames.nameOf(request.stackName());
        call.authorize("cloudformation:ListChangeSets", stacks.idOf(stackName));
        return ListChangeSetsResponse.builder()
                .summaries(changeSets
                        .of(stackName)
                        .map(changeSet -> ChangeSetSummary.builder()
                                .changeSetId(changeSet.id())
                                .changeSetName(changeSet.name())
                                .stackId(stacks.idOf(stackName))
                                .stackName(stackName)
                                .creationTime(changeSet.created())
                                .status(status(changeSet))
                                .executionStatus(executionStatus(changeSet))
                                .build())
                        .toList())
                .build();
    }

    private ChangeSet find(String nameOrId, @Nullable String stackName) {
        return changeSets.require(nameOrId, stackName == null ? "" : StackNames.nameOf(stackName));
    }

    private static ChangeSetStatus status(ChangeSet changeSet) {
        return changeSet.failure().isPresent() ? ChangeSetStatus.FAILED : ChangeSetStatus.CREATE_COMPLETE;
    }

    private static ExecutionStatus executionStatus(ChangeSet changeSet) {
        return changeSet.failure().isPresent() ? ExecutionStatus.UNAVAILABLE : ExecutionStatus.AVAILABLE;
    }
}
