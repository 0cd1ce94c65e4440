package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysRequest;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplayDestination;
import software.amazon.awssdk.services.eventbridge.model.StartReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.StartReplayResponse;

/** The API actions on replays. */
final class ReplayActions {
    private static final int MAX_NAME = 64;
    private static final int MAX_ACTIVE = 10;

    private final EventBuses buses;
    private final Archives archives;
    private final AccountContext account;
    private final Map<String, Replay> replays = new ConcurrentSkipListMap<>();

    ReplayActions(EventBuses buses, Archives archives, AccountContext account) {
        this.buses = buses;
        this.archives = archives;
        this.account = account;
    }

    void addTo(RpcService service) {
        service.operation("StartReplay", StartReplayRequest::builder, this::start)
                .operation("DescribeReplay", DescribeReplayRequest::builder, this::describe)
                .operation("ListReplays", ListReplaysRequest::builder, this::list)
                .operation("CancelReplay", CancelReplayRequest::builder, this::cancel);
    }

    private synchronized StartReplayResponse start(Call call, StartReplayRequest request) {
        String name = Constraints.name(request.replayName(), "replayName", MAX_NAME);
        call.authorize("events:StartReplay", arn(name));
        ReplayDestination destination = request.destination();
        if (destination == null) {
            throw EventsErrors.missing("destination");
        }
        EventBus bus = buses.bus(Constraints.required(destination.arn(), "destination.arn"));
        Archive archive = archive(Constraints.required(request.eventSourceArn(), "eventSourceArn"));
        if (!archive.busArn().equals(bus.arn())) {
            throw EventsErrors.invalidParameter("Destination.Arn", "Cross event bus replay is not permitted.");
        }
        if (request.eventStartTime() == null || request.eventEndTime() == null) {
            throw EventsErrors.missing(request.eventStartTime() == null ? "eventStartTime" : "eventEndTime");
        }
        if (!request.eventStartTime().isBefore(request.eventEndTime())) {
            throw EventsErrors.invalidParameter("EventEndTime", "EventStartTime must be before EventEndTime.");
        }
        if (replays.containsKey(name)) {
            throw EventsErrors.alreadyExists("Replay " + name);
        }
        if (replays.values().stream().filter(Replay::isActive).count() >= MAX_ACTIVE) {
            throw EventsErrors.limitExceeded();
        }
        Replay replay = new Replay(
                new Replay.Order(
                        name,
                        arn(name),
                        archive,
                        request.eventStartTime(),
                        request.eventEndTime(),
                        Set.copyOf(destination.filterArns()),
                        Optional.ofNullable(request.description())),
                bus,
                account);
        replays.put(name, replay);
        replay.start();
        return StartReplayResponse.builder()
                .replayArn(arn(name))
                .state(replay.state())
                .replayStartTime(replay.started())
                .build();
    }

    private DescribeReplayResponse describe(Call call, DescribeReplayRequest request) {
        Replay replay = existing(call, "events:DescribeReplay", request.replayName());
        Replay.Order order = replay.order();
        return DescribeReplayResponse.builder()
                .replayName(order.name())
                .replayArn(order.arn())
                .description(order.description().orElse(null))
                .state(replay.state())
                .eventSourceArn(order.archive().arn())
                .destination(ReplayDestination.builder()
                        .arn(order.archive().busArn())
                        .filterArns(order.ruleArns().isEmpty() ? null : List.copyOf(order.ruleArns()))
                        .build())
                .eventStartTime(order.from())
                .eventEndTime(order.to())
                .eventLastReplayedTime(replay.lastReplayed().orElse(null))
                .replayStartTime(replay.started())
                .replayEndTime(replay.ended().orElse(null))
                .build();
    }

    private ListReplaysResponse list(Call call, ListReplaysRequest request) {
        call.authorize("events:ListReplays", arn("*"));
        String prefix = request.namePrefix() == null ? "" : request.namePrefix();
        List<software.amazon.awssdk.services.eventbridge.model.Replay> all = replays.values().stream()
                .filter(replay -> replay.order().name().startsWith(prefix))
                .filter(replay -> request.state() == null || replay.state() == request.state())
                .filter(replay -> request.eventSourceArn() == null
                        || replay.order().archive().arn().equals(request.eventSourceArn()))
                .map(ReplayActions::summary)
                .toList();
        var page = Page.of(all, request.nextToken(), request.limit());
        return ListReplaysResponse.builder()
                .replays(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private CancelReplayResponse cancel(Call call, CancelReplayRequest request) {
        Replay replay = existing(call, "events:CancelReplay", request.replayName());
        if (!replay.cancel()) {
            throw EventsErrors.illegalStatus("Replay %s is not in a valid state for this operation."
                    .formatted(replay.order().name()));
        }
        return CancelReplayResponse.builder()
                .replayArn(replay.order().arn())
                .state(replay.state())
                .build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.Replay summary(Replay replay) {
        return software.amazon.awssdk.services.eventbridge.model.Replay.builder()
                .replayName(replay.order().name())
                .eventSourceArn(replay.order().archive().arn())
                .state(replay.state())
                .eventStartTime(replay.order().from())
                .eventEndTime(replay.order().to())
                .eventLastReplayedTime(replay.lastReplayed().orElse(null))
                .replayStartTime(replay.started())
                .replayEndTime(replay.ended().orElse(null))
                .build();
    }

    private Replay existing(Call call, String action, String name) {
        Constraints.name(name, "replayName", MAX_NAME);
        call.authorize(action, arn(name));
        Replay replay = replays.get(name);
        if (replay == null) {
            throw EventsErrors.notFound("Replay %s does not exist.".formatted(name));
        }
        return replay;
    }

    private Archive archive(String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        return archives.find(name)
                .filter(archive -> archive.arn().equals(arn))
                .orElseThrow(() ->
                        EventsErrors.invalidParameter("EventSourceArn", "Archive %s does not exist.".formatted(name)));
    }

    private String arn(String name) {
        return account.arn("events", "replay/" + name);
    }
}
