package dev.edaworkshop.testkit.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.logs.LogEvent;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failed invocation says to people: its error, where in the lab it arose, and what the function printed. */
final class FailedInvocation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINES = 5;
    /** What Lambda writes into every log, and stack traces, of which the error has what matters. */
    private static final Pattern NOISE = Pattern.compile(
            "(START|END|REPORT) RequestId.*|INIT_START .*|\\s+at .*|\\s*\\.\\.\\. \\d+ more|Caused by: .*",
            Pattern.DOTALL);

    private FailedInvocation() {}

    /** @param result Lambda's error object */
    static String inWords(String result, List<LogEvent> log) {
        List<String> printed = lines(log)
                .filter(line -> !line.contains(message(result))) // said already
                .toList();
        String last = String.join("\n    ", last(printed));
        return "it failed with " + error(result) + (last.isEmpty() ? "" : "\n  The last it printed:\n    " + last);
    }

    /** The last lines that a function printed itself. */
    static List<String> printed(List<LogEvent> log) {
        return last(allPrinted(log));
    }

    /** Every line that a function printed itself. */
    static List<String> allPrinted(List<LogEvent> log) {
        return lines(log).toList();
    }

    private static Stream<String> lines(List<LogEvent> log) {
        return log.stream()
                .flatMap(event -> event.message().lines())
                .filter(line -> !line.isBlank() && !NOISE.matcher(line).matches());
    }

    private static List<String> last(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    private static String message(String result) {
        try {
            return JSON.readTree(result).path("errorMessage").asText(result);
        } catch (JsonProcessingException e) {
            return result;
        }
    }

    private static String error(String result) {
        try {
            JsonNode error = JSON.readTree(result);
            StringBuilder words = new StringBuilder(error.path("errorType").asText("an error"))
                    .append(": ")
                    .append(error.path("errorMessage").asText(result));
            for (JsonNode frame : error.path("stackTrace")) {
                if (frame.asText().startsWith("dev.edaworkshop.lab")) {
                    return words.append("\n  at ").append(frame.asText()).toString();
                }
            }
            return words.toString();
        } catch (JsonProcessingException e) {
            return result;
        }
    }
}
