package dev.edaworkshop.localcloud.sns;

import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;

/** Draws topics and their subscriptions. */
public record TopicsSketch(Topics topics) {

    public void draw(Sketch sketch) {
        for (Topic topic : topics.all()) {
            sketch.station(topic.arn(), Station.Kind.TOPIC, topic.name());
            topic.subscriptions().forEach(subscription -> draw(subscription, sketch));
        }
    }

    private static void draw(Subscription subscription, Sketch sketch) {
        String endpoint = subscription.endpoint();
        switch (subscription.protocol()) {
            case SQS, LAMBDA -> {} // stations of their own services
            case EMAIL, EMAIL_JSON, SMS -> sketch.station(endpoint, Station.Kind.MAILBOX, endpoint);
            case HTTP, HTTPS -> sketch.station(endpoint, Station.Kind.WEBSITE, endpoint);
        }
        String name = subscription.protocol().wireName() + " subscription"
                + (subscription.isPending() ? ", not confirmed yet" : "");
        String policy = subscription
                .attributes()
                .filterPolicy()
                .map(filter -> filter.json())
                .orElse("");
        sketch.way(subscription.topicArn(), endpoint, Way.Kind.SUBSCRIPTION, name, policy);
        subscription
                .attributes()
                .deadLetterQueueArn()
                .ifPresent(queue -> sketch.way(subscription.topicArn(), queue, Way.Kind.DEAD_LETTER));
    }
}
