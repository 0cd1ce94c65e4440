package dev.edaworkshop.localcloud.logs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogStreamsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OrderBy;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;

/**
 * CloudWatch Logs on the wire: reading what is there, as {@code aws logs tail} does.
 *
 * <p>Lists come in one piece, so the tokens for further pages are not needed.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Operations.html">Actions</a>
 */
public final class LogsEndpoint {
    private static final int MAX_EVENTS = 10_000;

    private final LogGroups groups;
    private final AccountContext account;

    private LogsEndpoint(LogGroups groups, AccountContext account) {
        this.groups = groups;
        this.account = account;
    }

    public static RpcService of(AccountContext account, LogResourcePolicies policies) {
        RpcService service = new LogsEndpoint(account.logs(), account).service();
        new LogResourcePolicyActions(policies, account).addTo(service);
        return service;
    }

    private RpcService service() {
        var accessDenied = new Call.AccessDeniedStyle(400, "AccessDeniedException");
        return new RpcService("logs", account.iam(), account.journal(), accessDenied)
                .json("Logs_20140328.", "1.1", "")
                .missingMember("InvalidParameterException")
                .operation("CreateLogGroup", CreateLogGroupRequest::builder, this::createGroup, "logGroupName")
                .operation("DeleteLogGroup", DeleteLogGroupRequest::builder, this::deleteGroup, "logGroupName")
                .operation("DescribeLogGroups", DescribeLogGroupsRequest::builder, this::describeGroups)
                .operation("DescribeLogStreams", DescribeLogStreamsRequest::builder, this::describeStreams)
                .operation("FilterLogEvents", FilterLogEventsRequest::builder, this::filterEvents)
                .operation("GetLogEvents", GetLogEventsRequest::builder, this::getEvents, "logStreamName");
    }

    private CreateLogGroupResponse createGroup(Call call, CreateLogGroupRequest request) {
        call.authorize("logs:CreateLogGroup", arn(request.logGroupName()));
        if (groups.find(request.logGroupName()).isPresent()) {
            throw LogErrors.alreadyExists();
        }
        groups.group(request.logGroupName());
        return CreateLogGroupResponse.builder().build();
    }

    private DeleteLogGroupResponse deleteGroup(Call call, DeleteLogGroupRequest request) {
        group(call, "logs:DeleteLogGroup", request.logGroupName(), null);
        groups.delete(request.logGroupName());
        return DeleteLogGroupResponse.builder().build();
    }

    private DescribeLogGroupsResponse describeGroups(Call call, DescribeLogGroupsRequest request) {
        call.authorize("logs:DescribeLogGroups", arn("*"));
        String prefix = request.logGroupNamePrefix() == null ? "" : request.logGroupNamePrefix();
        String part = request.logGroupNamePattern() == null ? "" : request.logGroupNamePattern();
        return DescribeLogGroupsResponse.builder()
                .logGroups(groups.all().stream()
                        .filter(group -> group.name().startsWith(prefix))
                        .filter(group -> group.name().contains(part))
                        .map(this::describe)
                        .toList())
                .build();
    }

    private DescribeLogStreamsResponse describeStreams(Call call, DescribeLogStreamsRequest request) {
        LogGroup group = group(call, "logs:DescribeLogStreams", request.logGroupName(), request.logGroupIdentifier());
        String prefix = request.logStreamNamePrefix() == null ? "" : request.logStreamNamePrefix();
        Comparator<LogStream> order = request.orderBy() == OrderBy.LAST_EVENT_TIME
                ? Comparator.comparing(stream -> lastEvent(group, stream))
                : Comparator.comparing(LogStream::name);
        return DescribeLogStreamsResponse.builder()
                .logStreams(group.streams().stream()
                        .filter(stream -> stream.name().startsWith(prefix))
                        .sorted(Boolean.TRUE.equals(request.descending()) ? order.reversed() : order)
                        .limit(request.limit() == null ? Long.MAX_VALUE : request.limit())
                        .map(stream -> describe(group, stream))
                        .toList())
                .build();
    }

    private FilterLogEventsResponse filterEvents(Call call, FilterLogEventsRequest request) {
        LogGroup group = group(call, "logs:FilterLogEvents", request.logGroupName(), request.logGroupIdentifier());
        FilterPattern pattern = FilterPattern.parse(request.filterPattern() == null ? "" : request.filterPattern());
        Predicate<LogEvent> streams = streams(request.logStreamNames(), request.logStreamNamePrefix());
        return FilterLogEventsResponse.builder()
                .events(between(group, request.startTime(), request.endTime(), true)
                        .filter(streams)
                        .filter(event -> pattern.matches(event.message()))
                        .limit(request.limit() == null ? MAX_EVENTS : request.limit())
                        .map(LogsEndpoint::filtered)
                        .toList())
                .build();
    }

    private GetLogEventsResponse getEvents(Call call, GetLogEventsRequest request) {
        LogGroup group = group(call, "logs:GetLogEvents", request.logGroupName(), request.logGroupIdentifier());
        if (group.streams().stream().noneMatch(stream -> stream.name().equals(request.logStreamName()))) {
            throw LogErrors.streamNotFound();
        }
        // A token is the number of the last event that was handed out; nothing precedes what came without one.
        long after = request.nextToken() == null ? 0 : number(request.nextToken());
        List<LogEvent> events = between(group, request.startTime(), request.endTime(), false)
                .filter(event -> event.stream().equals(request.logStreamName()) && event.number() > after)
                .toList();
        int limit = request.limit() == null ? MAX_EVENTS : request.limit();
        boolean fromHead = Boolean.TRUE.equals(request.startFromHead()) || request.nextToken() != null;
        int size = Math.min(limit, events.size());
        List<LogEvent> page = fromHead ? events.subList(0, size) : events.subList(events.size() - size, events.size());
        return GetLogEventsResponse.builder()
                .events(page.stream().map(LogsEndpoint::output).toList())
                .nextForwardToken(
                        "f/" + (page.isEmpty() ? after : page.getLast().number()))
                .nextBackwardToken("b/" + after)
                .build();
    }

    private LogGroup group(Call call, String action, @Nullable String name, @Nullable String identifier) {
        String wanted = Optional.ofNullable(name)
                .or(() -> Optional.ofNullable(identifier).map(LogGroups::nameIn))
                .orElseThrow(() -> LogErrors.invalidParameter("Either logGroupName or logGroupIdentifier is required"));
        call.authorize(action, arn(wanted));
        return groups.find(wanted).orElseThrow(LogErrors::groupNotFound);
    }

    private static Stream<LogEvent> between(
            LogGroup group, @Nullable Long startMillis, @Nullable Long endMillis, boolean endIncluded) {
        long start = startMillis == null ? 0 : startMillis;
        long end = endMillis == null ? Long.MAX_VALUE : endMillis + (endIncluded ? 1 : 0);
        return group.events().stream()
                .filter(event ->
                        event.time().toEpochMilli() >= start && event.time().toEpochMilli() < end);
    }

    private static Predicate<LogEvent> streams(List<String> names, @Nullable String prefix) {
        Set<String> wanted = Set.copyOf(names);
        return event -> (wanted.isEmpty() || wanted.contains(event.stream()))
                && (prefix == null || event.stream().startsWith(prefix));
    }

    private static long number(String token) {
        try {
            return token.startsWith("b/") ? Long.MAX_VALUE : Long.parseLong(token.substring("f/".length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw LogErrors.invalidParameter("The specified nextToken is invalid.");
        }
    }

    private static FilteredLogEvent filtered(LogEvent event) {
        long millis = event.time().toEpochMilli();
        return FilteredLogEvent.builder()
                .eventId(String.valueOf(event.number()))
                .logStreamName(event.stream())
                .timestamp(millis)
                .ingestionTime(millis)
                .message(event.message())
                .build();
    }

    private static OutputLogEvent output(LogEvent event) {
        long millis = event.time().toEpochMilli();
        return OutputLogEvent.builder()
                .timestamp(millis)
                .ingestionTime(millis)
                .message(event.message())
                .build();
    }

    private software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup describe(LogGroup group) {
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup.builder()
                .logGroupName(group.name())
                .arn(arn(group.name()) + ":*")
                .logGroupArn(arn(group.name()))
                .creationTime(group.created().toEpochMilli())
                .metricFilterCount(0)
                .build();
    }

    private software.amazon.awssdk.services.cloudwatchlogs.model.LogStream describe(LogGroup group, LogStream stream) {
        return software.amazon.awssdk.services.cloudwatchlogs.model.LogStream.builder()
                .logStreamName(stream.name())
                .arn(arn(group.name()) + ":log-stream:" + stream.name())
                .creationTime(stream.created().toEpochMilli())
                .lastEventTimestamp(lastEvent(group, stream))
                .build();
    }

    /** In milliseconds; the creation if nothing was written. */
    private static long lastEvent(LogGroup group, LogStream stream) {
        return group.events().stream()
                .filter(event -> event.stream().equals(stream.name()))
                .mapToLong(event -> event.time().toEpochMilli())
                .max()
                .orElse(stream.created().toEpochMilli());
    }

    private String arn(String groupName) {
        return account.arn("logs", "log-group:" + groupName);
    }
}
