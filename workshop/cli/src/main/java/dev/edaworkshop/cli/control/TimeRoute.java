package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.clock.Timer;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells the cloud's time and moves it: {@code {"advance": "PT2M"}}, or {@code {"next": true}} to the next thing due. */
final class TimeRoute implements ControlRoute {

    @Override
    public void answer(HttpRequest request, ServerResponse response, Account account) throws IOException {
        CloudClock clock = account.clock();
        long lastHop =
                account.journal().hops().stream().mapToLong(Hop::number).max().orElse(0);
        JsonNode wanted = request.text().isEmpty() ? Json.object() : Json.parse(request.text());
        List<Timer> happened = move(wanted, clock);
        ObjectNode answer = Json.object()
                .put("now", clock.instant().toString())
                .put("aheadSeconds", clock.ahead().toSeconds())
                .put("lastHop", lastHop);
        add(answer.putArray("happened"), happened);
        add(answer.putArray("due"), clock.timers());
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(answer.toString());
    }

    private static List<Timer> move(JsonNode wanted, CloudClock clock) {
        if (wanted.path("next").asBoolean()) {
            List<Timer> timers = clock.timers();
            return timers.isEmpty()
                    ? List.of()
                    : moveBy(Duration.between(clock.instant(), timers.getFirst().due()), clock);
        }
        return wanted.has("advance")
                ? moveBy(Duration.parse(wanted.path("advance").asText()), clock)
                : List.of();
    }

    /**
     * As time passes: what becomes due on the way happens at its time, and so does what follows from it. Real time, which
     * passes meanwhile, does not count.
     */
    private static List<Timer> moveBy(Duration by, CloudClock clock) {
        Duration goal = clock.ahead().plus(by);
        List<Timer> happened = new ArrayList<>();
        for (List<Timer> due = nextDue(goal, clock); !due.isEmpty(); due = nextDue(goal, clock)) {
            jump(Duration.between(clock.instant(), due.getFirst().due()), clock);
            happened.addAll(due);
        }
        jump(goal.minus(clock.ahead()), clock);
        return happened;
    }

    /** Those that are next, at the same moment; none if that is after the goal. */
    private static List<Timer> nextDue(Duration goal, CloudClock clock) {
        List<Timer> timers = clock.timers();
        Instant end = clock.instant().plus(goal.minus(clock.ahead()));
        return timers.stream()
                .filter(timer -> timer.due().equals(timers.getFirst().due()))
                .filter(timer -> !timer.due().isAfter(end))
                .toList();
    }

    private static void jump(Duration by, CloudClock clock) {
        clock.advance(by.isNegative() ? Duration.ZERO : by);
        clock.drain(Duration.ZERO); // until what became due is done
    }

    private static void add(ArrayNode array, List<Timer> timers) {
        timers.forEach(
                timer -> array.addObject().put("at", timer.due().toString()).put("what", timer.what()));
    }
}
