package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.MessageSources;
import dev.edaworkshop.localcloud.iam.Decision;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The event source mappings of an account, by UUID; its monitor guards them. */
public final class EventSourceMappings implements AutoCloseable {
    private static final List<String> NEEDED_ACTIONS = List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");

    private final Functions functions;
    private final MessageSources queues;
    private final AccountContext account;
    private final Map<String, EventSourceMapping> mappings = new TreeMap<>();
    private final Map<String, QueuePoller> pollers = new HashMap<>();

    public EventSourceMappings(Functions functions, MessageSources queues, AccountContext account) {
        this.functions = functions;
        this.queues = queues;
        this.account = account;
    }

    /**
     * Has a function read a queue from now on.
     *
     * @param functionName name or ARN
     * @param eventSourceArn of a queue
     * @throws dev.edaworkshop.localcloud.wire.AwsException if one of them does not exist, the pair is mapped already, the
     *     function's role may not read the queue, or the queue would hand messages out again while the function works
     */
    public synchronized EventSourceMapping create(
            String functionName, String eventSourceArn, EventSourceMapping.Settings settings) {
        Function function = functions
                .find(functionName)
                .orElseThrow(() -> LambdaErrors.invalidParameter("Function does not exist"));
        MessageSource queue = queue(eventSourceArn);
        refuseSecond(function, eventSourceArn);
        check(function, queue);
        String uuid = UUID.randomUUID().toString();
        return put(new EventSourceMapping(
                uuid,
                account.arn("lambda", "event-source-mapping:" + uuid),
                function.arn(),
                eventSourceArn,
                settings,
                account.clock().instant()));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} */
    public synchronized EventSourceMapping update(String uuid, EventSourceMapping.Settings settings) {
        EventSourceMapping before = mapping(uuid);
        check(functions.function(before.functionArn()), queue(before.eventSourceArn()));
        stop(uuid);
        return put(new EventSourceMapping(
                uuid,
                before.arn(),
                before.functionArn(),
                before.eventSourceArn(),
                settings,
                account.clock().instant()));
    }

    /** The function reads the queue no longer; batches at work are finished. Does nothing if there is no such mapping. */
    public synchronized void delete(String uuid) {
        mappings.remove(uuid);
        stop(uuid);
    }

    public synchronized Optional<EventSourceMapping> find(String uuid) {
        return Optional.ofNullable(mappings.get(uuid));
    }

    public synchronized List<EventSourceMapping> all() {
        return List.copyOf(mappings.values());
    }

    /** Ends all mappings. */
    @Override
    public synchronized void close() {
        all().forEach(mapping -> delete(mapping.uuid()));
    }

    EventSourceMapping mapping(String uuid) {
        return find(uuid).orElseThrow(LambdaErrors::resourceNotFound);
    }

    private EventSourceMapping put(EventSourceMapping mapping) {
        mappings.put(mapping.uuid(), mapping);
        if (mapping.settings().enabled()) {
            pollers.put(
                    mapping.uuid(),
                    QueuePoller.start(
                            mapping.settings(),
                            functions.function(mapping.functionArn()),
                            queue(mapping.eventSourceArn()),
                            account));
        }
        return mapping;
    }

    private void stop(String uuid) {
        QueuePoller poller = pollers.remove(uuid);
        if (poller != null) {
            poller.close();
        }
    }

    private MessageSource queue(String arn) {
        if (!arn.startsWith("arn:aws:sqs:")) {
            throw LambdaErrors.unsupported("event source mappings for %s (it supports SQS queues)".formatted(arn));
        }
        return queues.find(arn)
                .orElseThrow(
                        () -> LambdaErrors.invalidParameter(
                                "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist."));
    }

    private void refuseSecond(Function function, String eventSourceArn) {
        mappings.values().stream()
                .filter(mapping -> mapping.functionArn().equals(function.arn())
                        && mapping.eventSourceArn().equals(eventSourceArn))
                .findFirst()
                .ifPresent(mapping -> {
                    throw LambdaErrors.conflict(
                            "An event source mapping with SQS arn (\" %s \") and function (\" %s \") already exists. Please update or delete the existing mapping with UUID %s"
                                    .formatted(eventSourceArn, function.name(), mapping.uuid()));
                });
    }

    private void check(Function function, MessageSource queue) {
        for (String action : NEEDED_ACTIONS) {
            Decision decision = account.iam().decide(function.principal(), "sqs:" + action, queue.arn(), Map.of());
            if (decision instanceof Decision.Denied) {
                throw LambdaErrors.invalidParameter(
                        "The provided execution role does not have permissions to call %s on SQS".formatted(action));
            }
        }
        Duration timeout = function.configuration().timeout();
        if (queue.visibilityTimeout().compareTo(timeout) < 0) {
            throw LambdaErrors.invalidParameter(
                    "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
                            .formatted(queue.visibilityTimeout().toSeconds(), timeout.toSeconds()));
        }
    }
}
