package dev.edaworkshop.lab3.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** The bus and the queues of the lab, as a check uses them. */
record Harbour(DeployedLab lab) {

    /** Metadata as they should be, for events that the check says itself. */
    private static final String METADATA = """
            {"event_id": "%1$s", "event_name": "%2$s", "source": "%3$s", "version": %4$d,
             "correlation_id": "story-%1$s", "created_at": "2026-11-28T09:15:00Z"}""";

    String bus() {
        return lab.output("BusName");
    }

    /**
     * Switches off the rules of the bus that would call functions which this check does not look at, to spare everybody
     * the time that they take.
     *
     * @param outputs of the functions that stay in reach
     */
    void leaveAloneFunctionsExcept(String... outputs) {
        List<String> kept = Stream.of(outputs)
                .map(output -> ":function:" + lab.output(output))
                .toList();
        for (Rule rule :
                lab.events().listRules(request -> request.eventBusName(bus())).rules()) {
            List<String> targets = lab
                    .events()
                    .listTargetsByRule(request -> request.eventBusName(bus()).rule(rule.name()))
                    .targets()
                    .stream()
                    .map(Target::arn)
                    .toList();
            if (!targets.isEmpty()
                    && targets.stream().allMatch(arn -> arn.contains(":function:"))
                    && targets.stream().noneMatch(arn -> kept.stream().anyMatch(arn::endsWith))) {
                lab.events().disableRule(request -> request.eventBusName(bus()).name(rule.name()));
            }
        }
    }

    /**
     * Says something on the shop's bus.
     *
     * @param data the facts, JSON
     * @return the id that EventBridge gave the event
     */
    String say(String source, String eventName, String data) {
        return say(source, eventName, 1, data, null);
    }

    /** The same as it was recorded at some time. */
    String say(String source, String eventName, int version, String data, @Nullable Instant time) {
        String id = "e-" + lab.journal().size();
        return put(source, eventName, """
                {"data": %s, "metadata": %s}""".formatted(data, METADATA.formatted(id, eventName, source, version)), time);
    }

    /** Puts an event of any shape. */
    String put(String source, String eventName, String detail, @Nullable Instant time) {
        PutEventsResultEntry result = lab.events()
                .putEvents(request -> request.entries(PutEventsRequestEntry.builder()
                        .eventBusName(bus())
                        .source(source)
                        .detailType(eventName)
                        .detail(detail)
                        .time(time)
                        .build()))
                .entries()
                .getFirst();
        if (result.errorCode() != null) {
            throw new IllegalStateException("The check's event was refused: " + result);
        }
        return result.eventId();
    }

    /** What lies in the queue, oldest first; afterwards it is hidden. */
    List<Json> arrivals(String queueOutput) {
        return messages(lab.output(queueOutput)).stream()
                .map(message -> Json.parse(message.body()))
                .toList();
    }

    /** The same with everything that SQS knows of the messages. */
    List<Message> messages(String queueUrl) {
        List<Message> all = new ArrayList<>();
        ReceiveMessageResponse some;
        do {
            some = lab.sqs()
                    .receiveMessage(request ->
                            request.queueUrl(queueUrl).maxNumberOfMessages(10).messageAttributeNames("All"));
            all.addAll(some.messages());
        } while (!some.messages().isEmpty());
        return all;
    }

    /** Why the rule that came nearest did not take the event, in the local cloud's words; empty if it does not say. */
    Optional<String> whyNot(String eventId, String fieldOfThePattern) {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.FILTERED && hop.eventId().equals(eventId))
                .map(Hop::reason)
                .filter(reason -> reason.contains(fieldOfThePattern))
                .findFirst();
    }

    /** The events that were put on any bus, in the shop or outside of it. */
    List<Hop> published() {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.PUBLISHED && hop.to().contains(":event-bus/"))
                .toList();
    }

    static String busName(String arn) {
        return arn.substring(arn.indexOf('/') + 1);
    }
}
