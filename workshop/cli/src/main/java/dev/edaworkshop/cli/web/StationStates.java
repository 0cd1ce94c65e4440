package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.lambda.Activity;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import dev.edaworkshop.localcloud.lambda.Function;
import java.util.HashMap;
import java.util.Map;

/** How the stations stand: what waits in a queue, what a function is doing. Remembers what one page has been told. */
final class StationStates {
    private final Account account;
    private Map<String, ObjectNode> told = Map.of();

    StationStates(Account account) {
        this.account = account;
    }

    /** Adds {@code stations} with those that have changed since the last time, if there are any. */
    void addChanges(ObjectNode frame) {
        Map<String, ObjectNode> now = now();
        ObjectNode changes = Json.object();
        now.forEach((arn, state) -> {
            if (!state.equals(told.get(arn))) {
                changes.set(arn, state);
            }
        });
        told = now;
        if (!changes.isEmpty()) {
            frame.set("stations", changes);
        }
    }

    private Map<String, ObjectNode> now() {
        Map<String, ObjectNode> now = new HashMap<>();
        account.queues()
                .all()
                .forEach(queue -> now.put(
                        queue.arn(),
                        Json.object()
                                .put("visible", queue.visibleCount())
                                .put("inFlight", queue.inFlightCount())
                                .put("delayed", queue.delayedCount())));
        account.functions().all().forEach(function -> now.put(function.arn(), of(function)));
        return now;
    }

    private static ObjectNode of(Function function) {
        Activity activity = function.activity();
        return Json.object()
                .put("atWork", activity.atWork())
                .put("warm", activity.warm())
                .put("starting", activity.starting())
                .put("fault", function.fault().map(FaultPlan::inWords).orElse(""));
    }
}
