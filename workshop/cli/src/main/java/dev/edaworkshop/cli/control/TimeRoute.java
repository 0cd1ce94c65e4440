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
import java.util.List;

/** Tells the cloud's time and moves it: {@code {"advance": "PT2M"}}, or {@code {"next": true}} to the next thing due. */
final class TimeRoute implements ControlRoute {

    @Override
    public void answer(HttpRequest request, ServerResponse response, Account account) throws IOException {
        CloudClock clock = account.clock();
        List<Timer> before = clock.timers();
        long lastHop =
                account.journal().hops().stream().mapToLong(Hop::number).max().orElse(0);
        JsonNode wanted = request.text().isEmpty() ? Json.object() : Json.parse(request.text());
        move(wanted, clock, before);
        Instant now = clock.instant();
        ObjectNode answer = Json.object()
                .put("now", now.toString())
                .put("aheadSeconds", clock.ahead().toSeconds())
                .put("lastHop", lastHop);
        add(
                answer.putArray("happened"),
                before.stream().filter(timer -> !timer.due().isAfter(now)).toList());
        add(answer.putArray("due"), clock.timers());
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(answer.toString());
    }

    private static void move(JsonNode wanted, CloudClock clock, List<Timer> timers) {
        if (wanted.path("next").asBoolean() && !timers.isEmpty()) {
            Duration until = Duration.between(clock.instant(), timers.getFirst().due());
            clock.advance(until.isNegative() ? Duration.ZERO : until);
        } else if (wanted.has("advance")) {
            advance(clock, Duration.parse(wanted.path("advance").asText()));
        } else {
            return;
        }
        clock.drain(Duration.ZERO); // until what became due is done
    }

    /** As time passes: what becomes due on the way happens at its time, and so does what follows from it. */
    private static void advance(CloudClock clock, Duration by) {
        Instant goal = clock.instant().plus(by);
        clock.drain(by);
        Duration rest = Duration.between(clock.instant(), goal);
        if (rest.isPositive()) {
            clock.advance(rest);
        }
    }

    private static void add(ArrayNode array, List<Timer> timers) {
        timers.forEach(
                timer -> array.addObject().put("at", timer.due().toString()).put("what", timer.what()));
    }
}
