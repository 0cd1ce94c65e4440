package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksRequest;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/** The actions on message move tasks, which bring messages from a dead-letter queue back to work. */
final class MoveTaskActions {
    private static final int MAX_PER_SECOND = 500;
    private static final int MAX_LISTED = 10;

    private final Queues queues;
    private final AccountContext account;
    private final QueueAccess access;
    private final List<MoveTask> newestFirst = new CopyOnWriteArrayList<>();

    MoveTaskActions(Queues queues, AccountContext account) {
        this.queues = queues;
        this.account = account;
        access = new QueueAccess(queues);
    }

    synchronized StartMessageMoveTaskResponse start(Call call, StartMessageMoveTaskRequest request) {
        Queue source = access.queueByArn(call, "StartMessageMoveTask", "SourceArn", request.sourceArn());
        call.authorize("sqs:ReceiveMessage", source.arn());
        call.authorize("sqs:DeleteMessage", source.arn());
        Optional<Queue> destination = Optional.ofNullable(request.destinationArn())
                .map(arn -> access.queueByArn(call, "SendMessage", "DestinationArn", arn));
        Optional<Integer> maxPerSecond = checkedRate(request.maxNumberOfMessagesPerSecond());
        if (queues.deadLetterSources(source).isEmpty()) {
            throw SqsErrors.invalidParameter("Source queue must be configured as a Dead Letter Queue.");
        }
        if (newestFirst.stream().anyMatch(task -> task.source().equals(source) && task.isRunning())) {
            throw SqsErrors.invalidParameter(
                    "There is already a task running. Only one active task is allowed for a source queue arn at a given time.");
        }
        MoveTask task = new MoveTask(source, destination, maxPerSecond, queues, account.clock());
        newestFirst.addFirst(task);
        task.start();
        return StartMessageMoveTaskResponse.builder().taskHandle(task.handle()).build();
    }

    ListMessageMoveTasksResponse list(Call call, ListMessageMoveTasksRequest request) {
        Queue source = access.queueByArn(call, "ListMessageMoveTasks", "SourceArn", request.sourceArn());
        int max = request.maxResults() == null ? 1 : request.maxResults();
        if (max < 1 || max > MAX_LISTED) {
            throw SqsErrors.invalidParameter("MaxResults", max, "Must be between 1 and %d.".formatted(MAX_LISTED));
        }
        return ListMessageMoveTasksResponse.builder()
                .results(newestFirst.stream()
                        .filter(task -> task.source().equals(source))
                        .limit(max)
                        .map(MoveTaskActions::describe)
                        .toList())
                .build();
    }

    CancelMessageMoveTaskResponse cancel(Call call, CancelMessageMoveTaskRequest request) {
        String handle = QueueAccess.required("TaskHandle", request.taskHandle());
        MoveTask task = newestFirst.stream()
                .filter(candidate -> candidate.handle().equals(handle) && candidate.isRunning())
                .findFirst()
                .orElseThrow(() -> SqsErrors.resourceNotFound("TaskHandle"));
        call.authorize("sqs:CancelMessageMoveTask", task.source().arn());
        task.cancel();
        return CancelMessageMoveTaskResponse.builder()
                .approximateNumberOfMessagesMoved((long) task.moved())
                .build();
    }

    private static ListMessageMoveTasksResultEntry describe(MoveTask task) {
        return ListMessageMoveTasksResultEntry.builder()
                .taskHandle(task.isRunning() ? task.handle() : null)
                .status(task.status().name())
                .sourceArn(task.source().arn())
                .destinationArn(task.destination().map(Queue::arn).orElse(null))
                .maxNumberOfMessagesPerSecond(task.maxPerSecond().orElse(null))
                .approximateNumberOfMessagesMoved((long) task.moved())
                .approximateNumberOfMessagesToMove((long) task.toMove())
                .failureReason(task.failureReason().orElse(null))
                .startedTimestamp(task.started().toEpochMilli())
                .build();
    }

    private static Optional<Integer> checkedRate(@Nullable Integer perSecond) {
        if (perSecond != null && (perSecond < 1 || perSecond > MAX_PER_SECOND)) {
            throw SqsErrors.invalidParameter(
                    "MaxNumberOfMessagesPerSecond", perSecond, "Must be between 1 and %d.".formatted(MAX_PER_SECOND));
        }
        return Optional.ofNullable(perSecond);
    }
}
