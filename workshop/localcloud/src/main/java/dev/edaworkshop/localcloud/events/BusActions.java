package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.Condition;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.LogConfig;
import software.amazon.awssdk.services.eventbridge.model.PutPermissionRequest;
import software.amazon.awssdk.services.eventbridge.model.PutPermissionResponse;
import software.amazon.awssdk.services.eventbridge.model.RemovePermissionRequest;
import software.amazon.awssdk.services.eventbridge.model.RemovePermissionResponse;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusResponse;

/** The API actions on event buses and their policies. */
final class BusActions {
    private final EventBuses buses;
    private final AccountContext account;

    BusActions(EventBuses buses, AccountContext account) {
        this.buses = buses;
        this.account = account;
    }

    void addTo(RpcService service) {
        service.operation("CreateEventBus", CreateEventBusRequest::builder, this::createBus)
                .operation("DescribeEventBus", DescribeEventBusRequest::builder, this::describeBus)
                .operation("ListEventBuses", ListEventBusesRequest::builder, this::listBuses)
                .operation("UpdateEventBus", UpdateEventBusRequest::builder, this::updateBus)
                .operation("DeleteEventBus", DeleteEventBusRequest::builder, this::deleteBus)
                .operation("PutPermission", PutPermissionRequest::builder, this::putPermission)
                .operation("RemovePermission", RemovePermissionRequest::builder, this::removePermission);
    }

    private CreateEventBusResponse createBus(Call call, CreateEventBusRequest request) {
        call.authorize("events:CreateEventBus", buses.arnOf(Constraints.required(request.name(), "name")));
        if (request.eventSourceName() != null) {
            throw EventsErrors.unsupported("partner event buses (EventSourceName)");
        }
        refuseOptions(request.kmsKeyIdentifier(), request.deadLetterConfig(), request.logConfig());
        EventBus bus = buses.create(request.name(), Optional.ofNullable(request.description()));
        buses.tags().add(bus.arn(), request.tags());
        return CreateEventBusResponse.builder()
                .eventBusArn(bus.arn())
                .description(request.description())
                .build();
    }

    private DescribeEventBusResponse describeBus(Call call, DescribeEventBusRequest request) {
        String name = request.name() == null ? EventBus.DEFAULT : request.name();
        call.authorize("events:DescribeEventBus", buses.arnOf(name));
        EventBus bus = buses.bus(name);
        return DescribeEventBusResponse.builder()
                .name(bus.name())
                .arn(bus.arn())
                .description(bus.description().orElse(null))
                .policy(buses.policies().policy(bus.arn()).orElse(null))
                .creationTime(bus.created())
                .lastModifiedTime(bus.created())
                .build();
    }

    private ListEventBusesResponse listBuses(Call call, ListEventBusesRequest request) {
        call.authorize("events:ListEventBuses", account.arn("events", "event-bus/*"));
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        List<software.amazon.awssdk.services.eventbridge.model.EventBus> all = buses.all().stream()
                .filter(bus -> bus.name().startsWith(prefix))
                .map(this::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListEventBusesResponse.builder()
                .eventBuses(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private software.amazon.awssdk.services.eventbridge.model.EventBus summary(EventBus bus) {
        return software.amazon.awssdk.services.eventbridge.model.EventBus.builder()
                .name(bus.name())
                .arn(bus.arn())
                .description(bus.description().orElse(null))
                .policy(buses.policies().policy(bus.arn()).orElse(null))
                .creationTime(bus.created())
                .lastModifiedTime(bus.created())
                .build();
    }

    private UpdateEventBusResponse updateBus(Call call, UpdateEventBusRequest request) {
        String name = request.name() == null ? EventBus.DEFAULT : request.name();
        call.authorize("events:UpdateEventBus", buses.arnOf(name));
        refuseOptions(request.kmsKeyIdentifier(), request.deadLetterConfig(), request.logConfig());
        EventBus bus = buses.bus(name);
        bus.setDescription(Optional.ofNullable(request.description()));
        return UpdateEventBusResponse.builder()
                .arn(bus.arn())
                .name(bus.name())
                .description(request.description())
                .build();
    }

    private DeleteEventBusResponse deleteBus(Call call, DeleteEventBusRequest request) {
        String name = EventBuses.nameIn(Constraints.required(request.name(), "name"));
        call.authorize("events:DeleteEventBus", buses.arnOf(name));
        buses.delete(name);
        return DeleteEventBusResponse.builder().build();
    }

    private PutPermissionResponse putPermission(Call call, PutPermissionRequest request) {
        EventBus bus = bus(call, "events:PutPermission", request.eventBusName());
        if (request.policy() != null) {
            JsonNode document = EventJson.read(request.policy())
                    .orElseThrow(() -> EventsErrors.invalidParameter("Policy", "It is not JSON."));
            buses.policies().putAll(bus.arn(), document);
            return PutPermissionResponse.builder().build();
        }
        String statementId = Constraints.name(request.statementId(), "statementId", 64);
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", "Allow");
        statement.set("Principal", principal(Constraints.required(request.principal(), "principal")));
        statement.put("Action", Constraints.required(request.action(), "action"));
        statement.put("Resource", bus.arn());
        if (request.condition() != null) {
            statement.set("Condition", condition(request.condition()));
        }
        buses.policies().put(bus.arn(), statementId, statement);
        return PutPermissionResponse.builder().build();
    }

    private RemovePermissionResponse removePermission(Call call, RemovePermissionRequest request) {
        EventBus bus = bus(call, "events:RemovePermission", request.eventBusName());
        if (Boolean.TRUE.equals(request.removeAllPermissions())) {
            buses.policies().removeAll(bus.arn());
        } else if (buses.policies().policy(bus.arn()).isEmpty()) {
            throw EventsErrors.notFound("EventBus does not have a policy.");
        } else if (!buses.policies().remove(bus.arn(), Constraints.required(request.statementId(), "statementId"))) {
            throw EventsErrors.notFound("Statement with the provided id does not exist.");
        }
        return RemovePermissionResponse.builder().build();
    }

    private EventBus bus(Call call, String action, @Nullable String nameOrArn) {
        String wanted = nameOrArn == null ? EventBus.DEFAULT : nameOrArn;
        call.authorize(action, buses.arnOf(wanted));
        return buses.bus(wanted);
    }

    /** An account, or everybody. */
    private static JsonNode principal(String principal) {
        if (principal.equals("*")) {
            return JsonNodeFactory.instance.textNode(principal);
        }
        return JsonNodeFactory.instance.objectNode().put("AWS", "arn:aws:iam::%s:root".formatted(principal));
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject(Constraints.required(condition.type(), "condition.type"))
                .put(
                        Constraints.required(condition.key(), "condition.key"),
                        Constraints.required(condition.value(), "condition.value"));
        return node;
    }

    private static void refuseOptions(
            @Nullable String key, @Nullable DeadLetterConfig deadLetterQueue, @Nullable LogConfig logs) {
        if (key != null) {
            throw EventsErrors.unsupported("encryption with your own keys (KmsKeyIdentifier)");
        }
        if (deadLetterQueue != null) {
            throw EventsErrors.unsupported("the dead-letter queue of a bus (DeadLetterConfig); a target can have one");
        }
        if (logs != null) {
            throw EventsErrors.unsupported("logs of a bus (LogConfig)");
        }
    }
}
