package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.picture.Sketch;
import dev.edaworkshop.localcloud.picture.Station;
import dev.edaworkshop.localcloud.picture.Way;
import java.util.List;
import java.util.Map;

/** Draws functions, what they read, where they report to, and what their roles allow them to use. */
public record FunctionsSketch(Functions functions, EventSourceMappings mappings, Iam iam) {
    private static final Map<Station.Kind, List<String>> USES = Map.of(
            Station.Kind.TOPIC, List.of("sns:Publish"),
            Station.Kind.QUEUE, List.of("sqs:SendMessage"),
            Station.Kind.BUS, List.of("events:PutEvents"),
            Station.Kind.TABLE,
                    List.of("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:GetItem", "dynamodb:Query"));

    public void draw(Sketch sketch) {
        for (Function function : functions.all()) {
            sketch.station(function.arn(), Station.Kind.FUNCTION, function.name());
            function.configuration()
                    .deadLetterArn()
                    .ifPresent(arn -> sketch.way(function.arn(), arn, Way.Kind.DEAD_LETTER));
            function.versions().names(function).forEach(named -> drawDestinations(named, function, sketch));
        }
        mappings.all().forEach(mapping -> draw(mapping, sketch));
    }

    /** Adds what needs all other stations to be there. */
    public void drawUses(Sketch sketch) {
        for (Function function : functions.all()) {
            USES.forEach((kind, actions) -> sketch.stations(kind).stream()
                    .filter(station -> !sketch.leads(function.arn(), station.id()))
                    .filter(station -> actions.stream().anyMatch(action -> isAllowed(function, action, station)))
                    .forEach(station -> sketch.way(function.arn(), station.id(), Way.Kind.MAY_USE)));
        }
    }

    private static void drawDestinations(Function named, Function function, Sketch sketch) {
        AsyncConfiguration configuration = named.asyncQueue().configuration();
        configuration
                .onSuccess()
                .ifPresent(destination ->
                        sketch.way(function.arn(), destination.arn(), Way.Kind.DESTINATION, "on success", ""));
        configuration
                .onFailure()
                .ifPresent(destination ->
                        sketch.way(function.arn(), destination.arn(), Way.Kind.DESTINATION, "on failure", ""));
    }

    private void draw(EventSourceMapping mapping, Sketch sketch) {
        String source = mapping.eventSourceArn();
        EventSourceMapping.Settings settings = mapping.settings();
        String filter = settings.filterCriteria().isEmpty()
                ? ""
                : settings.filterCriteria().toString();
        sketch.way(
                source,
                mapping.functionArn(),
                Way.Kind.EVENT_SOURCE,
                "batches of up to " + settings.batchSize() + (settings.enabled() ? "" : ", disabled"),
                filter);
        settings.stream()
                .flatMap(StreamSettings::onFailureArn)
                .ifPresent(arn -> sketch.way(source, arn, Way.Kind.DEAD_LETTER, "records given up", ""));
    }

    private boolean isAllowed(Function function, String action, Station station) {
        return iam.decide(function.principal(), action, station.id(), Map.of()) instanceof Decision.Allowed;
    }
}
