package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.progress.Overview;
import dev.edaworkshop.cli.progress.OverviewJson;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * Tells all labs with their exercises, where the attendee stands, which lab runs here and what is next.
 *
 * {@snippet lang=json :
 * {"running": "lab1-pubsub", "next": "1.2", "labs": [{"lab": 1, "exercises": [{"id": "1.1", "state": "solved"}]}]}
 * }
 */
final class OverviewRoute implements PageRoute {
    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) {
        Overview overview = Overview.of(workplace.project(), workplace.progress());
        ObjectNode answer = Json.object()
                .put(
                        "running",
                        workplace.lab().map(lab -> lab.lab().folderName()).orElse(""))
                .put("next", overview.next().map(card -> card.id()).orElse(""));
        answer.set("labs", OverviewJson.write(overview));
        PageRoute.json(response, answer);
    }
}
