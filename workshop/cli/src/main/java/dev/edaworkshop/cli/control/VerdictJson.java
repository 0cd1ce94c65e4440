package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.testkit.run.Verdict;
import dev.edaworkshop.testkit.run.Verdict.Finding;
import dev.edaworkshop.testkit.run.Verdict.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verdict as JSON.
 *
 * {@snippet lang=json :
 * {"exercise": "1.3", "green": false, "findings": [
 *   {"test": "each consumer gets every event",
 *    "problem": {"mistake": "both-on-one-queue", "expected": "…", "observed": "…", "details": ""}}],
 *  "remarks": ["…"],
 *  "timings": {"deploy": 12, "functionStart": 140, "drain": 60, "judge": 48}}
 * }
 */
public final class VerdictJson {
    private VerdictJson() {}

    public static ObjectNode write(Verdict verdict) {
        ObjectNode json = Json.object().put("exercise", verdict.exercise()).put("green", verdict.isGreen());
        var findings = json.putArray("findings");
        for (Finding finding : verdict.findings()) {
            ObjectNode one = findings.addObject().put("test", finding.test());
            finding.problem().ifPresent(problem -> one.putObject("problem")
                    .put("mistake", problem.mistake().orElse(""))
                    .put("expected", problem.expected())
                    .put("observed", problem.observed())
                    .put("details", problem.details()));
        }
        verdict.remarks().forEach(json.putArray("remarks")::add);
        json.set("timings", TimingsJson.write(verdict.timings()));
        return json;
    }

    static Verdict read(JsonNode json) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            findings.add(new Finding(finding.path("test").asText(), problem(finding.path("problem"))));
        }
        List<String> remarks = new ArrayList<>();
        json.path("remarks").forEach(remark -> remarks.add(remark.asText()));
        return new Verdict(json.path("exercise").asText(), findings, remarks, TimingsJson.read(json.path("timings")));
    }

    private static Optional<Problem> problem(JsonNode json) {
        return json.isObject()
                ? Optional.of(new Problem(
                        Optional.of(json.path("mistake").asText()).filter(mistake -> !mistake.isEmpty()),
                        json.path("expected").asText(),
                        json.path("observed").asText(),
                        json.path("details").asText()))
                : Optional.empty();
    }
}
