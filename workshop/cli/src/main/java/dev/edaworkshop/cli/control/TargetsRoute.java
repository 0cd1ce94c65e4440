package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.cli.playground.ShopEvent;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what can be sent, and where to: topics, queues, buses and APIs of the cloud, the shop's templates, and the JSON
 * Schemas that the lab has for its events, in {@code src/main/resources/contracts/<event>/<version>.json}.
 */
final class TargetsRoute implements PageRoute {
    private static final String CONTRACTS = "src/main/resources/contracts";

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        ObjectNode answer = Json.object();
        targets(workplace.account(), answer.putArray("targets"));
        ArrayNode templates = answer.putArray("templates");
        ShopEvent.TEMPLATES.forEach(templates::add);
        ArrayNode schemas = answer.putArray("schemas");
        ArrayNode apis = answer.putArray("apis");
        if (workplace.lab().isPresent()) {
            ResidentLab lab = workplace.lab().get();
            schemas(lab.lab().starter().resolve(CONTRACTS), schemas);
            lab.outputs().forEach((name, value) -> {
                if (value.contains("/_api/")) {
                    apis.addObject().put("name", name).put("url", value);
                }
            });
        }
        PageRoute.json(response, answer);
    }

    private static void targets(Account account, ArrayNode targets) {
        account.topics().all().forEach(topic -> add(targets, "topic", topic.arn(), topic.arn(), topic.name()));
        account.eventBuses().all().forEach(bus -> add(targets, "bus", bus.arn(), bus.arn(), bus.name()));
        account.queues().all().forEach(queue -> add(targets, "queue", queue.url(), queue.arn(), queue.name()));
    }

    private static void add(ArrayNode targets, String kind, String address, String arn, String name) {
        targets.addObject()
                .put("kind", kind)
                .put("address", address)
                .put("arn", arn)
                .put("name", Names.plain(name));
    }

    /** What does not parse is the attendee's work in progress, and left out. */
    private static void schemas(Path contracts, ArrayNode schemas) throws IOException {
        if (!Files.isDirectory(contracts)) {
            return;
        }
        try (Stream<Path> files = Files.walk(contracts, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                String version = String.valueOf(file.getFileName()).replace(".json", "");
                String event = Optional.ofNullable(file.getParent())
                        .map(folder -> String.valueOf(folder.getFileName()))
                        .orElse("");
                try {
                    var schema = Json.parse(Files.readString(file));
                    schemas.addObject()
                            .put("event", event)
                            .put("version", version)
                            .set("schema", schema);
                } catch (JsonProcessingException e) {
                    schemas.addObject()
                            .put("event", event)
                            .put("version", version)
                            .put("problem", e.getOriginalMessage());
                }
            }
        }
    }
}
