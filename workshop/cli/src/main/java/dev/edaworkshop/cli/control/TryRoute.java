package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.cli.playground.JsonLines;
import dev.edaworkshop.cli.playground.PublishedEvents;
import dev.edaworkshop.cli.playground.PublishedEvents.Published;
import dev.edaworkshop.cli.playground.Trial;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.patterns.FilterPolicy;
import dev.edaworkshop.localcloud.patterns.InvalidPatternException;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries a pattern or filter policy on the events that were published lately, newest first, or on events of one's own.
 *
 * {@snippet lang=json :
 * {"kind": "pattern", "scope": "MessageAttributes", "text": "{…}", "events": "", "to": "arn:… or empty for all"}
 * {"valid": true, "tried": 7, "matching": 2, "events": [{"id": "…", "matches": false, "why": "…", "event": {}}]}
 * {"valid": false, "message": "what AWS says", "line": 3}
 * }
 */
final class TryRoute implements PageRoute {
    private static final int MOST = 100;
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]+\"");

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        JsonNode wanted = PageRoute.wanted(request);
        String text = wanted.path("text").asText();
        ObjectNode answer;
        try {
            answer = judged(trial(wanted, text), events(wanted, workplace));
        } catch (InvalidPatternException e) {
            answer = refused(wanted, e, text);
        }
        PageRoute.json(response, answer);
    }

    private static Trial trial(JsonNode wanted, String text) throws InvalidPatternException {
        if (wanted.path("kind").asText().equals("pattern")) {
            return Trial.of(EventPattern.parse(text));
        }
        FilterPolicy.Scope scope = FilterPolicy.Scope.named(wanted.path("scope").asText())
                .orElseThrow(() -> new IllegalArgumentException("a scope is MessageAttributes or MessageBody"));
        return Trial.of(FilterPolicy.parse(text, scope));
    }

    private static List<Published> events(JsonNode wanted, Workplace workplace) throws IOException {
        String own = wanted.path("events").asText();
        if (!own.isBlank()) {
            return JsonLines.parse(own, "Your event").stream()
                    .map(event -> new Published("", Instant.EPOCH, "", event))
                    .toList();
        }
        String to = wanted.path("to").asText();
        return PublishedEvents.published(workplace.account().journal().hops()).reversed().stream()
                .filter(event -> to.isEmpty() || event.to().equals(to))
                .limit(MOST)
                .toList();
    }

    private static ObjectNode judged(Trial trial, List<Published> events) {
        ObjectNode answer = Json.object().put("valid", true).put("tried", events.size());
        ArrayNode array = answer.putArray("events");
        int matching = 0;
        for (Published event : events) {
            Optional<String> whyNot = trial.whyNot(event.event());
            matching += whyNot.isEmpty() ? 1 : 0;
            ObjectNode one = array.addObject()
                    .put("id", event.id())
                    .put("time", event.id().isEmpty() ? "" : event.time().toString())
                    .put("to", Names.of(event.to()))
                    .put("matches", whyNot.isEmpty())
                    .put("why", whyNot.orElse(""));
            one.set("event", event.event());
        }
        return answer.put("matching", matching);
    }

    private static ObjectNode refused(JsonNode wanted, InvalidPatternException e, String text) {
        boolean pattern = wanted.path("kind").asText().equals("pattern");
        return Json.object()
                .put("valid", false)
                .put(
                        "message",
                        pattern
                                ? "Event pattern is not valid. Reason: " + e.text()
                                : "Invalid parameter: " + e.parameterText())
                .put("line", line(e, text));
    }

    /** Where reading ended, or where the field is that the message quotes; 0 if it is about no line. */
    private static int line(InvalidPatternException e, String text) {
        Matcher place = PLACE.matcher(e.place().orElse(""));
        if (place.find()) {
            return Integer.parseInt(place.group(1));
        }
        Matcher quoted = QUOTED.matcher(e.text());
        int at = quoted.find() ? text.indexOf(quoted.group()) : -1;
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
