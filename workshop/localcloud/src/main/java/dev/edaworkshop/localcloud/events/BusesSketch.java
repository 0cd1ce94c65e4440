package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;

/** Draws event buses, their rules with what these deliver to, and archives. The default bus only if it has rules. */
public record BusesSketch(EventBuses buses, Archives archives) {

    public void draw(Sketch sketch) {
        for (EventBus bus : buses.all()) {
            if (!bus.isDefault() || bus.ruleCount() > 0) {
                sketch.station(bus.arn(), Station.Kind.BUS, bus.name());
            }
            bus.rules().stream().filter(rule -> !rule.isManaged()).forEach(rule -> draw(bus, rule, sketch));
        }
        for (Archive archive : archives.all()) {
            sketch.station(archive.arn(), Station.Kind.ARCHIVE, archive.name());
            String pattern =
                    archive.settings().pattern().map(EventPattern::json).orElse("");
            sketch.way(archive.busArn(), archive.arn(), Way.Kind.ARCHIVE, "", pattern);
        }
    }

    private static void draw(EventBus bus, Rule rule, Sketch sketch) {
        String schedule = rule.settings().schedule().map(Schedule::expression).orElse("");
        String off = rule.isEnabled() ? "" : "disabled";
        sketch.station(rule.arn(), Station.Kind.RULE, rule.name(), schedule.isEmpty() ? off : schedule);
        rule.settings()
                .pattern()
                .ifPresent(pattern -> sketch.way(bus.arn(), rule.arn(), Way.Kind.RULE, off, pattern.json()));
        for (RuleTarget target : rule.targets()) {
            draw(target, sketch);
            sketch.way(rule.arn(), target.arn(), Way.Kind.TARGET, "target " + target.id(), "");
            target.deadLetterQueueArn().ifPresent(queue -> sketch.way(rule.arn(), queue, Way.Kind.DEAD_LETTER));
        }
    }

    private static void draw(RuleTarget target, Sketch sketch) {
        String arn = target.arn();
        switch (target.kind()) {
            case QUEUE, FUNCTION, TOPIC, BUS -> {} // stations of their own
            case LOG_GROUP -> sketch.station(arn, Station.Kind.LOG_GROUP, arn.split(":log-group:", 2)[1]);
            case API_DESTINATION -> sketch.station(arn, Station.Kind.API_DESTINATION, arn.split("/", 3)[1]);
        }
    }
}
