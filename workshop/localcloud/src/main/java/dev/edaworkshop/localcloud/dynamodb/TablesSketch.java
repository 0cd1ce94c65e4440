package dev.edaworkshop.localcloud.dynamodb;

import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;

/** Draws tables. */
public record TablesSketch(Tables tables) {

    public void draw(Sketch sketch) {
        if (tables.isStarted()) {
            tables.perform("ListTables", Engine.object())
                    .path("TableNames")
                    .forEach(name -> sketch.station(tables.arn(name.asText()), Station.Kind.TABLE, name.asText()));
        }
    }
}
