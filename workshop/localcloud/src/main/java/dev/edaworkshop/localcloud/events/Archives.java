package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.eventbridge.model.CreateArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateArchiveRequest;

/**
 * The archives of an account, by name. Each is filled by a rule that EventBridge itself puts on the bus, and which does
 * not want replayed events.
 */
public final class Archives {
    private static final int MAX_NAME = 48;
    private static final int MAX_DESCRIPTION = 512;

    private final EventBuses buses;
    private final AccountContext account;
    private final Map<String, Archive> archives = new ConcurrentSkipListMap<>();

    public Archives(EventBuses buses, AccountContext account) {
        this.buses = buses;
        this.account = account;
    }

    /** @return its ARN */
    public String create(CreateArchiveRequest request) {
        return archive(request).arn();
    }

    synchronized Archive archive(CreateArchiveRequest request) {
        String name = Constraints.name(request.archiveName(), "archiveName", MAX_NAME);
        Constraints.maxLength(request.description(), "description", MAX_DESCRIPTION);
        Constraints.range(request.retentionDays(), "retentionDays", 0, Integer.MAX_VALUE);
        if (request.kmsKeyIdentifier() != null) {
            throw EventsErrors.unsupported("encryption of archives with your own keys (KmsKeyIdentifier)");
        }
        EventBus bus = buses.bus(Constraints.required(request.eventSourceArn(), "eventSourceArn"));
        if (archives.containsKey(name)) {
            throw EventsErrors.alreadyExists("Archive " + name);
        }
        Archive archive = new Archive(
                name,
                account.arn("events", "archive/" + name),
                bus.arn(),
                new Archive.Settings(
                        Optional.ofNullable(request.eventPattern()).map(Rules::pattern),
                        Optional.ofNullable(request.description()),
                        request.retentionDays() == null ? 0 : request.retentionDays()),
                account.clock());
        archives.put(name, archive);
        fill(bus, archive);
        return archive;
    }

    /** Changes what is named; at least one thing must be. */
    public synchronized void update(UpdateArchiveRequest request) {
        Archive archive = existing(Constraints.name(request.archiveName(), "archiveName", MAX_NAME));
        if (request.eventPattern() == null && request.retentionDays() == null && request.description() == null) {
            throw EventsErrors.validation(
                    "At least one of EventPattern, RetentionDays or Description must be provided.");
        }
        Archive.Settings before = archive.settings();
        archive.change(new Archive.Settings(
                request.eventPattern() == null ? before.pattern() : Optional.of(Rules.pattern(request.eventPattern())),
                request.description() == null ? before.description() : Optional.of(request.description()),
                request.retentionDays() == null ? before.retentionDays() : request.retentionDays()));
        buses.find(archive.busArn()).ifPresent(bus -> fill(bus, archive));
    }

    /** Deletes the archive with all it keeps. */
    public synchronized void delete(String name) {
        Archive archive = existing(name);
        archives.remove(name);
        buses.find(archive.busArn()).ifPresent(bus -> bus.remove(ruleName(archive)));
    }

    /** As {@link #delete}; does nothing if there is none. */
    public synchronized void deleteIfPresent(String name) {
        if (archives.containsKey(name)) {
            delete(name);
        }
    }

    Optional<Archive> find(String name) {
        return Optional.ofNullable(archives.get(name));
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ResourceNotFoundException} */
    Archive existing(String name) {
        return find(name).orElseThrow(() -> EventsErrors.notFound("Archive %s does not exist.".formatted(name)));
    }

    /** By name. */
    List<Archive> all() {
        return List.copyOf(archives.values());
    }

    private static void fill(EventBus bus, Archive archive) {
        Rule.Settings settings = new Rule.Settings(
                Optional.of(notReplayed(archive.settings().pattern())),
                Optional.empty(),
                Rule.Settings.ENABLED,
                Optional.empty(),
                Optional.empty());
        bus.putManaged(ruleName(archive), settings, archive);
    }

    private static String ruleName(Archive archive) {
        return "Events-Archive-" + archive.name();
    }

    private static EventPattern notReplayed(Optional<EventPattern> pattern) {
        ObjectNode json = pattern.flatMap(wanted -> EventJson.object(wanted.json()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
        json.putArray("replay-name").addObject().put("exists", false);
        return new EventPattern(json.toString());
    }
}
