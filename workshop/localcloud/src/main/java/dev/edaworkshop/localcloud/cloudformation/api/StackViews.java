package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.Stack;
import dev.edaworkshop.localcloud.cloudformation.StackEvent;
import dev.edaworkshop.localcloud.cloudformation.StackResource;
import dev.edaworkshop.localcloud.cloudformation.api.ChangeSets.ChangeSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDetail;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackSummary;

/** Stacks as AWS's classes show them. */
final class StackViews {
    private StackViews() {}

    static software.amazon.awssdk.services.cloudformation.model.Stack stack(Stack stack) {
        var view = software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .stackStatus(stack.status().name())
                .creationTime(created(stack))
                .disableRollback(false)
                .enableTerminationProtection(stack.hasTerminationProtection())
                .outputs(stack.outputs().stream()
                        .map(output -> Output.builder()
                                .outputKey(output.key())
                                .outputValue(output.value())
                                .description(output.description().isEmpty() ? null : output.description())
                                .exportName(output.exportName().orElse(null))
                                .build())
                        .toList());
        stack.request().ifPresent(request -> view.parameters(StackNames.parameters(request))
                .tags(StackNames.tags(request)));
        reason(stack).ifPresent(view::stackStatusReason);
        updated(stack).ifPresent(view::lastUpdatedTime);
        return view.build();
    }

    /** A stack that exists only as a change set. */
    static software.amazon.awssdk.services.cloudformation.model.Stack inReview(ChangeSet changeSet, String stackId) {
        return software.amazon.awssdk.services.cloudformation.model.Stack.builder()
                .stackId(stackId)
                .stackName(changeSet.stackName())
                .stackStatus("REVIEW_IN_PROGRESS")
                .changeSetId(changeSet.id())
                .creationTime(changeSet.created())
                .disableRollback(false)
                .enableTerminationProtection(false)
                .build();
    }

    static StackSummary summary(Stack stack) {
        return StackSummary.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .stackStatus(stack.status().name())
                .creationTime(created(stack))
                .build();
    }

    /** The newest first. */
    static List<software.amazon.awssdk.services.cloudformation.model.StackEvent> events(Stack stack) {
        List<software.amazon.awssdk.services.cloudformation.model.StackEvent> views = new ArrayList<>();
        List<StackEvent> events = stack.events();
        for (int i = events.size() - 1; i >= 0; i--) {
            StackEvent event = events.get(i);
            var view = software.amazon.awssdk.services.cloudformation.model.StackEvent.builder()
                    .eventId(eventId(stack, i, event))
                    .stackId(stack.id())
                    .stackName(stack.name())
                    .logicalResourceId(event.logicalId())
                    .physicalResourceId(event.physicalId())
                    .resourceType(event.type())
                    .resourceStatus(event.status().name())
                    .timestamp(event.timestamp());
            if (!event.reason().isEmpty()) {
                view.resourceStatusReason(event.reason());
            }
            views.add(view.build());
        }
        return views;
    }

    private static String eventId(Stack stack, int position, StackEvent event) {
        UUID uuid = UUID.nameUUIDFromBytes((stack.id() + position).getBytes(StandardCharsets.UTF_8));
        return event.isAboutStack() ? uuid.toString() : event.logicalId() + "-" + event.status() + "-" + uuid;
    }

    static software.amazon.awssdk.services.cloudformation.model.StackResource resource(
            Stack stack, StackResource resource) {
        return software.amazon.awssdk.services.cloudformation.model.StackResource.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type())
                .resourceStatus(resource.status().name())
                .timestamp(changed(stack, resource))
                .build();
    }

    static StackResourceDetail detail(Stack stack, StackResource resource) {
        return StackResourceDetail.builder()
                .stackId(stack.id())
                .stackName(stack.name())
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type())
                .resourceStatus(resource.status().name())
                .lastUpdatedTimestamp(changed(stack, resource))
                .build();
    }

    static StackResourceSummary summary(Stack stack, StackResource resource) {
        return StackResourceSummary.builder()
                .logicalResourceId(resource.logicalId())
                .physicalResourceId(resource.physicalId())
                .resourceType(resource.type())
                .resourceStatus(resource.status().name())
                .lastUpdatedTimestamp(changed(stack, resource))
                .build();
    }

    private static Instant created(Stack stack) {
        return stack.events().isEmpty()
                ? Instant.EPOCH
                : stack.events().getFirst().timestamp();
    }

    private static Optional<Instant> updated(Stack stack) {
        return stack.events().reversed().stream()
                .filter(event -> event.isAboutStack() && event.status().name().startsWith("UPDATE"))
                .map(StackEvent::timestamp)
                .findFirst();
    }

    private static Optional<String> reason(Stack stack) {
        return stack.events().reversed().stream()
                .filter(StackEvent::isAboutStack)
                .findFirst()
                .map(StackEvent::reason)
                .filter(reason -> !reason.isEmpty());
    }

    private static Instant changed(Stack stack, StackResource resource) {
        return stack.events().reversed().stream()
                .filter(event -> event.logicalId().equals(resource.logicalId()))
                .map(StackEvent::timestamp)
                .findFirst()
                .orElse(created(stack));
    }
}
