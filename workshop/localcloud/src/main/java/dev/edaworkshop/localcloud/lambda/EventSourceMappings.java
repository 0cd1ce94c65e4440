package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/** The event source mappings of an account, by UUID; its monitor guards them. */
public final class EventSourceMappings implements AutoCloseable {
    private final Functions functions;
    private final AccountContext account;
    private final Map<String, EventSource> sources = new ConcurrentSkipListMap<>();
    private final Map<String, EventSourceMapping> mappings = new TreeMap<>();
    private final Map<String, EventSource.Reading> readings = new HashMap<>();

    public EventSourceMappings(Functions functions, AccountContext account) {
        this.functions = functions;
        this.account = account;
    }

    /** Makes a kind of event source known. */
    public void register(EventSource source) {
        sources.put(source.service(), source);
    }

    /** What mappings of this event source are like unless they are told otherwise. */
    public EventSourceMapping.Settings defaults(String eventSourceArn) {
        return source(eventSourceArn).defaults();
    }

    /**
     * Has a function read a queue or stream from now on.
     *
     * @param functionName name or ARN, perhaps with a version or alias
     * @throws dev.edaworkshop.localcloud.wire.AwsException if one of them does not exist, the pair is mapped already, the
     *     function's role may not read the event source, or the settings do not fit
     */
    public synchronized EventSourceMapping create(
            String functionName, String eventSourceArn, EventSourceMapping.Settings settings) {
        Function function = functions
                .find(functionName)
                .orElseThrow(() -> LambdaErrors.invalidParameter("Function does not exist"));
        EventSource source = source(eventSourceArn);
        refuseSecond(function, eventSourceArn);
        source.check(function, eventSourceArn, settings);
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
        source(before.eventSourceArn())
                .check(functions.function(before.functionArn()), before.eventSourceArn(), settings);
        stop(uuid);
        return put(new EventSourceMapping(
                uuid,
                before.arn(),
                before.functionArn(),
                before.eventSourceArn(),
                settings,
                account.clock().instant()));
    }

    /** The function reads it no longer; batches at work are finished. Does nothing if there is no such mapping. */
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
            Function function = functions.function(mapping.functionArn());
            readings.put(mapping.uuid(), source(mapping.eventSourceArn()).start(function, mapping));
        }
        return mapping;
    }

    private void stop(String uuid) {
        EventSource.Reading reading = readings.remove(uuid);
        if (reading != null) {
            reading.close();
        }
    }

    private EventSource source(String arn) {
        String[] parts = arn.split(":", 4);
        EventSource source = sources.get(parts.length < 4 ? "" : parts[2]);
        if (source == null) {
            throw LambdaErrors.unsupported("event source mappings for %s (it supports those of: %s)"
                    .formatted(arn, String.join(", ", sources.keySet())));
        }
        return source;
    }

    private void refuseSecond(Function function, String eventSourceArn) {
        mappings.values().stream()
                .filter(mapping -> mapping.functionArn().equals(function.arn())
                        && mapping.eventSourceArn().equals(eventSourceArn))
                .findFirst()
                .ifPresent(mapping -> {
                    String text = eventSourceArn.startsWith("arn:aws:sqs:")
                            ? "An event source mapping with SQS arn (\" %s \") and function (\" %s \") already exists."
                            : "The event source arn (\" %s \") and function (\" %s \") provided mapping already exists.";
                    throw LambdaErrors.conflict((text + " Please update or delete the existing mapping with UUID %s")
                            .formatted(eventSourceArn, function.name(), mapping.uuid()));
                });
    }
}
