package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.RecordStream;
import dev.edaworkshop.localcloud.delivery.RecordStreams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tables of an account, kept by DynamoDB Local.
 *
 * <p>DynamoDB Local is started by the first action. Streams that are switched off stay readable, as in AWS.
 */
public final class Tables implements RecordStreams, AutoCloseable {
    static final String ERROR_PREFIX = "com.amazonaws.dynamodb.v20120810#";

    private static final Set<String> CHANGES_OF_TABLES = Set.of("CreateTable", "DeleteTable", "UpdateTable");

    private final AccountContext account;
    private final Translation translation;
    private final Engine engine;
    private final TableFaults faults = new TableFaults();
    /** By ARN, all there have been. */
    private final Map<String, TableStream> streams = new ConcurrentHashMap<>();
    /** By name, those whose stream is switched on. */
    private final Map<String, TableStream> streamOfTable = new ConcurrentHashMap<>();
    /** By name, those whose items expire. */
    private final Map<String, TimeToLive> timesToLive = new ConcurrentHashMap<>();

    /** @param cacheDirectory where DynamoDB Local's libraries are kept between runs */
    public Tables(AccountContext account, Path cacheDirectory) {
        this.account = account;
        translation = new Translation(account.region(), account.accountId());
        engine = new Engine(cacheDirectory, translation);
    }

    public String arn(String tableName) {
        return translation.tableArn(tableName);
    }

    /** Whether DynamoDB Local runs. */
    public boolean isStarted() {
        return engine.isStarted();
    }

    /**
     * Performs an action of the account itself, without asking for permission or writing to the journal.
     *
     * @param action such as {@code CreateTable}
     * @return the response
     * @throws dev.edaworkshop.localcloud.wire.AwsException DynamoDB's refusal
     */
    public ObjectNode perform(String action, ObjectNode request) {
        return perform(action, request, TableUse.of(action, request)).orThrow();
    }

    /**
     * Has a table answer {@code ProvisionedThroughputExceededException}.
     *
     * @param actions such as {@code GetItem}; none for all
     */
    public Fault throttle(String tableName, Set<String> actions) {
        return faults.throttle(tableName, actions, Integer.MAX_VALUE);
    }

    /** As {@link #throttle(String, Set)}, for so many calls; an SDK repeats a throttled call by itself. */
    public Fault throttle(String tableName, Set<String> actions, int calls) {
        return faults.throttle(tableName, actions, calls);
    }

    @Override
    public Optional<RecordStream> find(String streamArn) {
        return Optional.ofNullable(streams.get(streamArn));
    }

    @Override
    public void close() {
        timesToLive.values().forEach(TimeToLive::close);
        engine.close();
    }

    /** Performs an action that is allowed. */
    Engine.Answer perform(String action, ObjectNode request, List<TableUse> uses) {
        faults.check(uses);
        Engine.Answer answer = engine.perform(action, request);
        if (!answer.isError()) {
            follow(action, answer.json(), uses);
        }
        return answer;
    }

    private void follow(String action, ObjectNode response, List<TableUse> uses) {
        List<String> names = uses.stream().map(TableUse::tableName).distinct().toList();
        if (TableUse.isWrite(action)) {
            names.forEach(this::itemsChanged);
        } else if (CHANGES_OF_TABLES.contains(action)) {
            followTable(names.getFirst(), response.path("TableDescription"));
        } else if (action.equals("UpdateTimeToLive")) {
            followTimeToLive(names.getFirst(), response.path("TimeToLiveSpecification"));
        } else if (action.equals("GetRecords")) {
            response.path("Records").forEach(this::complete);
        }
    }

    private void itemsChanged(String tableName) {
        streamChanged(tableName);
        TimeToLive timeToLive = timesToLive.get(tableName);
        if (timeToLive != null) {
            timeToLive.itemsChanged();
        }
    }

    private void streamChanged(String tableName) {
        TableStream stream = streamOfTable.get(tableName);
        if (stream != null) {
            stream.catchUp(engine);
        }
    }

    private void followTable(String tableName, JsonNode description) {
        boolean streaming =
                description.path("StreamSpecification").path("StreamEnabled").asBoolean();
        String streamArn = description.path("LatestStreamArn").asText();
        if (description.path("TableStatus").asText().equals("DELETING")) {
            streamOfTable.remove(tableName);
            followTimeToLive(tableName, Engine.object());
        } else if (streaming) {
            streamOfTable.put(
                    tableName, streams.computeIfAbsent(streamArn, arn -> new TableStream(arn, account.clock())));
        } else {
            streamOfTable.remove(tableName);
        }
    }

    private void followTimeToLive(String tableName, JsonNode specification) {
        TimeToLive before = timesToLive.remove(tableName);
        if (before != null) {
            before.close();
        }
        if (specification.path("Enabled").asBoolean()) {
            TimeToLive timeToLive = new TimeToLive(
                    tableName,
                    specification.path("AttributeName").asText(),
                    engine,
                    () -> streamChanged(tableName),
                    account.clock());
            timesToLive.put(tableName, timeToLive);
            timeToLive.itemsChanged();
        }
    }

    /** A record as DynamoDB has it: with our time, and with what DynamoDB Local leaves out. */
    private void complete(JsonNode record) {
        if (record instanceof ObjectNode object) {
            translation.completeRecord(object);
            String sequenceNumber =
                    record.path("dynamodb").path("SequenceNumber").asText();
            streams.values().stream()
                    .flatMap(stream -> stream.arrival(sequenceNumber).stream())
                    .findFirst()
                    .ifPresent((Instant arrived) -> TableStream.stamp(object, arrived));
        }
    }
}
