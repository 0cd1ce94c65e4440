package dev.edaworkshop.localcloud.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.sqs.PeekedMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.event.ruler.Ruler;

/**
 * Events arrive where AWS's own engine, asked for one pattern and one event at a time, says they do: through PutEvents,
 * the index of all rules of a bus, and queues. {@code -Drouting.pairs=1000000} tries more than the usual pairs.
 */
class RoutingPropertyTest {
    private static final int PAIRS = Integer.getInteger("routing.pairs", 10_000);
    private static final int RULES = 25;
    private static final int EVENTS = 100;
    private static final int BATCH = 10;
    private static final long SEED = 20_261_121L;

    @Test
    void routes_generated_events_by_generated_rules_as_event_ruler_does() throws Exception {
        int matches = 0;
        for (int round = 0; round * RULES * EVENTS < PAIRS; round++) {
            matches += routeOnce(SEED + round);
        }
        assertThat(matches).as("the generator is worth its name").isBetween(PAIRS / 20, PAIRS * 19 / 20);
    }

    private static int routeOnce(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> patterns =
                IntStream.range(0, RULES).mapToObj(i -> pattern(random)).toList();
        int matches = 0;
        try (EventsFixture fixture = new EventsFixture()) {
            List<Queue> queues = new ArrayList<>();
            for (String pattern : patterns) {
                Queue queue = fixture.queue("queue-" + queues.size());
                String rule = "rule-" + queues.size();
                fixture.events.putRule(request -> request.name(rule).eventPattern(pattern));
                fixture.events.putTargets(request -> request.rule(rule)
                        .targets(Target.builder().id("T").arn(queue.arn()).build()));
                queues.add(queue);
            }
            List<String> published = publish(fixture, random);
            for (int i = 0; i < RULES; i++) {
                Set<String> expected = new HashSet<>();
                for (String event : published) {
                    if (Ruler.matchesRule(event, patterns.get(i))) {
                        expected.add(event);
                    }
                }
                Set<String> arrived = queues.get(i).peek(EVENTS).stream()
                        .map(PeekedMessage::body)
                        .collect(Collectors.toSet());
                assertThat(arrived)
                        .as("seed %d, pattern %s", seed, patterns.get(i))
                        .isEqualTo(expected);
                matches += expected.size();
            }
        }
        return matches;
    }

    /** @return the events as the bus made them, told by a rule that wants all */
    private static List<String> publish(EventsFixture fixture, Random random) {
        Queue all = fixture.queue("all");
        fixture.rule("all", "{\"source\": [{\"exists\": true}]}", all.arn());
        for (int batch = 0; batch < EVENTS / BATCH; batch++) {
            List<PutEventsRequestEntry> entries = IntStream.range(0, BATCH)
                    .mapToObj(i -> EventsFixture.entry(entry -> entry.source(pick(random, "shop.a", "shop.b", "bank"))
                            .detailType(pick(random, "Placed", "Paid"))
                            .detail(detail(random))))
                    .toList();
            fixture.events.putEvents(request -> request.entries(entries));
        }
        List<String> bodies = fixture.bodies(all);
        assertThat(bodies).hasSize(EVENTS);
        return bodies;
    }

    private static String detail(Random random) {
        List<String> fields = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            if (random.nextInt(4) > 0) {
                fields.add("\"%s\":%s".formatted(name, value(random, 2)));
            }
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0, 1 -> "\"" + word(random) + "\"";
            case 2 -> number(random);
            case 3 -> pick(random, "true", "false", "null");
            case 4 -> "\"\"";
            case 5 -> "[" + value(random, 0) + "," + value(random, 0) + "]";
            case 6 -> "[]";
            default -> "{\"x\":%s,\"y\":%s}".formatted(value(random, depth - 1), value(random, 0));
        };
    }

    private static String pattern(Random random) {
        List<String> fields = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            fields.add("\"source\":[" + pick(random, "\"shop.a\"", "{\"prefix\":\"shop.\"}") + "]");
        }
        if (random.nextInt(6) == 0) {
            fields.add("\"$or\":[{\"detail\":{\"a\":[%s]}},{\"detail-type\":[\"Paid\"]}]".formatted(matcher(random)));
        } else {
            fields.add("\"detail\":{\"%s\":%s}"
                    .formatted(
                            pick(random, "a", "b", "c"),
                            random.nextInt(4) == 0
                                    ? "{\"%s\":[%s]}".formatted(pick(random, "x", "y"), matcher(random))
                                    : "[" + matcher(random) + "]"));
        }
        return "{" + String.join(",", fields) + "}";
    }

    private static String matcher(Random random) {
        return switch (random.nextInt(11)) {
            case 0 -> "\"" + word(random) + "\"";
            case 1 -> number(random);
            case 2 -> pick(random, "null", "true", "\"\"");
            case 3 -> "{\"prefix\":\"%s\"}".formatted(word(random).substring(0, 1));
            case 4 -> "{\"suffix\":\"%s\"}".formatted(word(random).substring(1));
            case 5 -> "{\"exists\":%s}".formatted(random.nextBoolean());
            case 6 -> "{\"anything-but\":[\"%s\",\"%s\"]}".formatted(word(random), word(random));
            case 7 -> "{\"numeric\":[\"%s\",%s]}".formatted(pick(random, ">", "<=", "="), number(random));
            case 8 -> "{\"equals-ignore-case\":\"%s\"}".formatted(word(random).toUpperCase(Locale.ROOT));
            case 9 -> "{\"wildcard\":\"%s*\"}".formatted(word(random).substring(0, 1));
            default ->
                "{\"anything-but\":{\"prefix\":\"%s\"}}".formatted(word(random).substring(0, 1));
        };
    }

    private static String number(Random random) {
        return pick(random, "0", "1", "1.0", "-3", "300", "3e2", "299.5");
    }

    private static String word(Random random) {
        return pick(random, "red", "Red", "blue", "bold", "true", "300");
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
