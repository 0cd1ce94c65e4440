package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.cloud.RoundCancelledException;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.events.HopJson;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Talks to a running {@code ./lab start}. */
public final class ControlClient {
    private final Resident resident;

    public ControlClient(Resident resident) {
        this.resident = resident;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + resident.port());
    }

    /** The outputs of the deployed lab. */
    public Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        StringBuilder body = new StringBuilder();
        lines("/lab", body::append);
        parse(body.toString())
                .path("outputs")
                .properties()
                .forEach(
                        output -> outputs.put(output.getKey(), output.getValue().asText()));
        return outputs;
    }

    /** Hands over every hop so far; with {@code follow} also those to come, until the cloud ends. */
    public void journal(boolean follow, Consumer<Hop> each) {
        lines("/journal?follow=" + follow, line -> each.accept(HopJson.read(line)));
    }

    /** Hands over the log of a function, see {@link #journal}. */
    public void log(String function, boolean follow, Consumer<String> each) {
        String name = URLEncoder.encode(function, StandardCharsets.UTF_8);
        lines("/log?function=" + name + "&follow=" + follow, each);
    }

    /**
     * Has the lab deployed as it is on disk, and exercises checked.
     *
     * @return how long the way to the first check took; the verdicts know their own times
     */
    public Timings check(List<String> exercises, Consumer<Verdict> each) {
        return check(exercises, "", each);
    }

    /** As {@link #check(List, Consumer)}; the session's name is what {@link #cancel} is told. */
    Timings check(List<String> exercises, String session, Consumer<Verdict> each) {
        Timings[] prepared = {Timings.none()};
        var request = Json.object().put("session", session);
        exercises.forEach(request.putArray("exercises")::add);
        exchange("/check", request.toString(), line -> {
            JsonNode answer = parse(line);
            JsonNode error = answer.path("error");
            if (answer.has("cancelled")) {
                throw new RoundCancelledException();
            }
            if (error.isObject()) {
                throw new LabException(
                        error.path("what").asText(),
                        error.path("where").asText(),
                        error.path("next").asText());
            }
            if (answer.has("prepared")) {
                prepared[0] = TimingsJson.read(answer.path("prepared"));
            } else {
                each.accept(VerdictJson.read(answer));
            }
        });
        return prepared[0];
    }

    /** Ends a check of that session, if there is one. */
    void cancel(String session) {
        exchange("/cancel", Json.object().put("session", session).toString(), line -> {});
    }

    /**
     * The answer of a route.
     *
     * @param request empty only asks
     */
    public JsonNode ask(String path, String request) {
        StringBuilder answer = new StringBuilder();
        exchange(path, request, answer::append);
        return parse(answer.toString());
    }

    private void lines(String path, Consumer<String> each) {
        exchange(path, "", each);
    }

    private void exchange(String path, String body, Consumer<String> each) {
        try {
            var connection = (HttpURLConnection) URI.create(endpoint() + ControlEndpoint.PREFIX + path)
                    .toURL()
                    .openConnection();
            if (!body.isEmpty()) {
                connection.setRequestMethod("POST");
                connection.setRequestProperty(Gate.INTENT, "1");
                connection.setDoOutput(true);
                connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            if (connection.getResponseCode() == HttpURLConnection.HTTP_UNAVAILABLE) {
                throw new LabException(
                        "./lab start has not finished deploying yet.",
                        "It answers on port " + resident.port() + ", without a lab so far.",
                        "Wait until it says that the lab runs, then try again.");
            }
            if (connection.getResponseCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                throw new LabException(
                        "No function, or more than one, is meant by that.",
                        "The running lab has: " + text(connection.getErrorStream()) + ".",
                        "Name one of them, or a part that tells it from the others.");
            }
            try (var reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    each.accept(line);
                }
            }
        } catch (IOException e) {
            throw new LabException(
                    "./lab start went away in the middle of it.",
                    "It was process %d on port %d: %s".formatted(resident.pid(), resident.port(), e.getMessage()),
                    "Start it again, then repeat the command.",
                    e);
        }
    }

    private static String text(@Nullable InputStream body) throws IOException {
        return body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("./lab start answers in JSON: " + text, e);
        }
    }
}
