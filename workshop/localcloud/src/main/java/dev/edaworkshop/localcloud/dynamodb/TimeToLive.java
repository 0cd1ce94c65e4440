package dev.edaworkshop.localcloud.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.clock.Timer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes the items of a table when their time is over on the account's clock.
 *
 * <p>DynamoDB promises to do so within a few days; here it happens at once, so that it can be awaited by moving the clock.
 * Its monitor guards it.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
final class TimeToLive implements AutoCloseable {
    /** What expired longer ago is taken for a mistake. */
    private static final Duration OLDEST = Duration.ofDays(5 * 365);

    private final String tableName;
    private final String attribute;
    private final Engine engine;
    private final Runnable afterwards;
    private final CloudClock clock;
    private Optional<Timer> timer = Optional.empty();
    private boolean closed;

    /** @param afterwards is called when items have been deleted */
    TimeToLive(String tableName, String attribute, Engine engine, Runnable afterwards, CloudClock clock) {
        this.tableName = tableName;
        this.attribute = attribute;
        this.engine = engine;
        this.afterwards = afterwards;
        this.clock = clock;
    }

    /** Looks when the next item expires. */
    synchronized void itemsChanged() {
        timer.ifPresent(Timer::cancel);
        timer = Optional.empty();
        if (!closed) {
            Instant oldest = clock.instant().minus(OLDEST);
            items().stream()
                    .map(this::expiry)
                    .filter(expiry -> expiry.isAfter(oldest))
                    .min(Instant::compareTo)
                    .ifPresent(this::schedule);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        timer.ifPresent(Timer::cancel);
    }

    private void schedule(Instant expiry) {
        Duration delay = Duration.between(clock.instant(), expiry);
        timer = Optional.of(clock.schedule(
                delay.isNegative() ? Duration.ZERO : delay, "time to live in table " + tableName, this::expire));
    }

    private void expire() {
        Instant now = clock.instant();
        Instant oldest = now.minus(OLDEST);
        List<JsonNode> expired = items().stream()
                .filter(item -> expiry(item).isAfter(oldest) && !expiry(item).isAfter(now))
                .toList();
        expired.forEach(item -> engine.expire(tableName, key(item)));
        afterwards.run();
        itemsChanged();
    }

    private Instant expiry(JsonNode item) {
        return Instant.ofEpochSecond(
                new BigDecimal(item.path(attribute).path("N").asText("0")).longValue());
    }

    private JsonNode key(JsonNode item) {
        ObjectNode key = Engine.object();
        engine.perform("DescribeTable", Engine.object().put("TableName", tableName))
                .orThrow()
                .path("Table")
                .path("KeySchema")
                .forEach(part -> {
                    String name = part.path("AttributeName").asText();
                    key.set(name, item.path(name));
                });
        return key;
    }

    /** All items with a number in the attribute. */
    private List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        ObjectNode request =
                Engine.object().put("TableName", tableName).put("FilterExpression", "attribute_type(#expiry, :number)");
        request.putObject("ExpressionAttributeNames").put("#expiry", attribute);
        request.putObject("ExpressionAttributeValues").putObject(":number").put("S", "N");
        JsonNode last;
        do {
            ObjectNode page = engine.perform("Scan", request).orThrow();
            page.path("Items").forEach(items::add);
            last = page.path("LastEvaluatedKey");
            request.set("ExclusiveStartKey", last);
        } while (!last.isMissingNode());
        return items;
    }
}
