package dev.edaworkshop.testkit.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.testkit.OwnTests.Outcome;
import dev.edaworkshop.testkit.OwnTests.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports on their way from one process to the other. */
final class ReportJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportJson() {}

    static void write(List<Report> reports, Path file) throws IOException {
        ArrayNode all = JSON.createArrayNode();
        for (Report report : reports) {
            ObjectNode one = all.addObject();
            ArrayNode outcomes = one.putArray("outcomes");
            report.outcomes().forEach(outcome -> {
                ObjectNode json = outcomes.addObject().put("test", outcome.test());
                outcome.failure().ifPresent(failure -> json.put("failure", failure));
            });
            report.connections().forEach(one.putArray("connections")::add);
        }
        JSON.writeValue(file.toFile(), all);
    }

    /** Empty if nothing was written. */
    static Optional<List<Report>> read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.isEmpty() ? Optional.empty() : Optional.of(reports(JSON.readTree(text)));
    }

    private static List<Report> reports(JsonNode all) {
        List<Report> reports = new ArrayList<>();
        for (JsonNode one : all) {
            List<Outcome> outcomes = new ArrayList<>();
            one.path("outcomes")
                    .forEach(json -> outcomes.add(new Outcome(
                            json.path("test").asText(),
                            json.has("failure")
                                    ? Optional.of(json.path("failure").asText())
                                    : Optional.empty())));
            List<String> connections = new ArrayList<>();
            one.path("connections").forEach(json -> connections.add(json.asText()));
            reports.add(new Report(outcomes, connections));
        }
        return reports;
    }
}
