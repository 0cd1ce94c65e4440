package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;

/** Draws queues and where they give messages up to. */
public record QueuesSketch(Queues queues) {

    public void draw(Sketch sketch) {
        for (Queue queue : queues.all()) {
            sketch.station(queue.arn(), Station.Kind.QUEUE, queue.name());
            queue.deadLetterQueueArn()
                    .ifPresent(deadLetters -> sketch.way(queue.arn(), deadLetters, Way.Kind.DEAD_LETTER));
        }
    }
}
