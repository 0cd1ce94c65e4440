package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.picture.Picture;

/** What is deployed, for the page to draw: {@code {"version": "1f", "stations": [{…}], "ways": [{…}]}}. */
final class GraphJson {
    private GraphJson() {}

    static ObjectNode of(Picture picture) {
        ObjectNode json = Json.object().put("version", version(picture));
        ArrayNode stations = json.putArray("stations");
        picture.stations().forEach(station -> stations.addObject()
                .put("id", station.id())
                .put("kind", station.kind().name())
                .put("name", Names.plain(station.name()))
                .put("fullName", station.name())
                .put("note", station.note()));
        ArrayNode ways = json.putArray("ways");
        picture.ways().forEach(way -> ways.addObject()
                .put("from", way.from())
                .put("to", way.to())
                .put("kind", way.kind().name())
                .put("name", way.name())
                .put("condition", way.condition()));
        return json;
    }

    /** Another one if anything has changed. */
    static String version(Picture picture) {
        return Integer.toHexString(picture.hashCode());
    }
}
