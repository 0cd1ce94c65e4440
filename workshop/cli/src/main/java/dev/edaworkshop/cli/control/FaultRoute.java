package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Switches faults on and off, and lists them.
 *
 * {@snippet lang=json :
 * {"function": "Inventory", "fault": "fail", "percent": 50, "seed": 1}
 * }
 *
 * <p>The others are {@code throttle}, {@code slow} with {@code millis}, and {@code off}.
 */
final class FaultRoute implements ControlRoute {

    @Override
    public void answer(HttpRequest request, ServerResponse response, Account account) throws IOException {
        if (!request.text().isEmpty()) {
            JsonNode wanted = Json.parse(request.text());
            List<Function> meant =
                    FunctionNames.matching(wanted.path("function").asText(), account);
            if (meant.size() != 1) {
                response.status(Status.NOT_FOUND_404).send(String.join(", ", FunctionNames.all(account)));
                return;
            }
            apply(wanted, meant.getFirst());
        }
        ArrayNode functions = Json.array();
        account.functions().all().forEach(function -> functions
                .addObject()
                .put("function", Names.plain(function.name()))
                .put("fault", function.fault().map(FaultPlan::inWords).orElse("")));
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(functions.toString());
    }

    private static void apply(JsonNode wanted, Function function) {
        String fault = wanted.path("fault").asText();
        if (fault.equals("off")) {
            function.repair();
            return;
        }
        function.fault(
                switch (fault) {
                    case "fail" ->
                        new FaultPlan.Fail(
                                wanted.path("percent").asInt(),
                                wanted.path("seed").asLong(),
                                "dev.edaworkshop.FaultOnPurpose",
                                "./lab fault makes this function fail");
                    case "throttle" -> new FaultPlan.Throttle();
                    case "slow" -> new FaultPlan.Slow(Duration.ofMillis(wanted.path("millis").asLong()));
                    default -> throw new IllegalArgumentException("Not a fault: " + fault);
                });
    }
}
