package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.console.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Listens to the feed as a page does; waits for each event. */
final class FeedClient implements AutoCloseable {
    private final HttpURLConnection connection;
    private final BufferedReader lines;
    private String lastId = "";

    /** @param after the id of the last event that was seen; empty for none */
    FeedClient(URI endpoint, String after) throws IOException {
        URI address =
                LabPage.address(endpoint).resolve("stream?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        connection = (HttpURLConnection) address.toURL().openConnection();
        lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The next event's data. */
    JsonNode next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("data: ")) {
                    return Json.parse(line.substring("data: ".length()));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("The feed has ended");
    }

    /** All events until one tells of this hop or a later one. */
    List<JsonNode> until(long hop) {
        List<JsonNode> frames = new ArrayList<>();
        JsonNode frame = next();
        frames.add(frame);
        while (frame.path("last").asLong() < hop) {
            frame = next();
            frames.add(frame);
        }
        return frames;
    }

    String lastId() {
        return lastId;
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
