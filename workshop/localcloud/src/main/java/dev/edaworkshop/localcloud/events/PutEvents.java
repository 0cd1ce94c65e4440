package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/**
 * PutEvents: what is wrong with one entry fails that entry, not the call.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html">PutEvents</a>
 */
final class PutEvents {
    private static final int MAX_ENTRIES = 10;
    /** Whether AWS means each entry or all together is not documented; here it is all together. */
    private static final int MAX_BYTES = 1_048_576;

    private static final int TIME_BYTES = 14;
    private static final int MAX_DETAIL_TYPE = 128;
    private static final int MAX_TRACE_HEADER = 500;

    private final EventBuses buses;
    private final AccountContext account;

    PutEvents(EventBuses buses, AccountContext account) {
        this.buses = buses;
        this.account = account;
    }

    PutEventsResponse put(Call call, PutEventsRequest request) {
        if (request.endpointId() != null) {
            throw EventsErrors.unsupported("global endpoints (EndpointId)");
        }
        List<PutEventsRequestEntry> entries = request.entries();
        check(entries);
        authorize(call, entries);
        List<PutEventsResultEntry> results = new ArrayList<>();
        int failed = 0;
        Set<Integer> refusedOnPurpose = refusedOnPurpose(call.caller().arn(), entries);
        for (int i = 0; i < entries.size(); i++) {
            PutEventsResultEntry result = put(call.caller().arn(), entries.get(i), refusedOnPurpose.contains(i));
            results.add(result);
            failed += result.errorCode() == null ? 0 : 1;
        }
        return PutEventsResponse.builder()
                .failedEntryCount(failed)
                .entries(results)
                .build();
    }

    /** The indexes of the entries that a watch has us not take. */
    private Set<Integer> refusedOnPurpose(String caller, List<PutEventsRequestEntry> entries) {
        Set<Integer> refused = new HashSet<>();
        for (PutEventsWatch watch : buses.watches()) {
            List<PutEventsWatch.Entry> decided = watch.decide(
                            caller, entries.stream().map(PutEvents::seen).toList())
                    .entries();
            for (int i = 0; i < decided.size(); i++) {
                if (decided.get(i).refused()) {
                    refused.add(i);
                }
            }
        }
        return refused;
    }

    private static PutEventsWatch.Entry seen(PutEventsRequestEntry entry) {
        return new PutEventsWatch.Entry(
                Objects.requireNonNullElse(entry.source(), ""),
                Objects.requireNonNullElse(entry.detailType(), ""),
                Objects.requireNonNullElse(entry.detail(), ""),
                false);
    }

    private PutEventsResultEntry put(String publisher, PutEventsRequestEntry entry, boolean refusedOnPurpose) {
        String busArn = busArn(entry);
        try {
            if (refusedOnPurpose) {
                throw new AwsException(500, "InternalFailure", "This entry is refused on purpose.");
            }
            BusEvent event = event(entry);
            Optional<EventBus> bus = buses.find(busArn);
            bus.ifPresentOrElse(found -> found.publish(publisher, event), () -> vanish(publisher, busArn, event));
            return PutEventsResultEntry.builder().eventId(event.id()).build();
        } catch (AwsException e) {
            account.journal()
                    .hop(Hop.Kind.REFUSED)
                    .from(publisher)
                    .to(busArn)
                    .because("%s: %s".formatted(e.code(), e.message()))
                    .carrying(entry.detail() == null ? "" : entry.detail())
                    .record();
            return PutEventsResultEntry.builder()
                    .errorCode(e.code())
                    .errorMessage(e.message())
                    .build();
        }
    }

    /** An event for a bus that does not exist gets an id, and is never seen again. */
    private void vanish(String publisher, String busArn, BusEvent event) {
        account.journal()
                .hop(Hop.Kind.LOST)
                .from(publisher)
                .to(busArn)
                .event(event.id())
                .because("Event bus %s does not exist. PutEvents reports success nevertheless, as in AWS."
                        .formatted(EventBuses.nameIn(busArn)))
                .carrying(event.json())
                .record();
    }

    private BusEvent event(PutEventsRequestEntry entry) {
        String source = required("Source", entry.source());
        String detailType = required("DetailType", entry.detailType());
        if (entry.detail() == null) {
            throw requiredArgument("Detail");
        }
        if (source.startsWith("aws.")) {
            throw new AwsException(400, "NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        if (detailType.length() > MAX_DETAIL_TYPE) {
            throw invalid("DetailType", "DetailType must not have more than %d characters.".formatted(MAX_DETAIL_TYPE));
        }
        if (entry.traceHeader() != null && entry.traceHeader().length() > MAX_TRACE_HEADER) {
            throw invalid(
                    "TraceHeader", "TraceHeader must not have more than %d characters.".formatted(MAX_TRACE_HEADER));
        }
        ObjectNode detail = EventJson.object(entry.detail())
                .orElseThrow(() -> new AwsException(400, "MalformedDetail", "Detail is malformed."));
        BusEvent.Origin origin = buses.origin();
        return BusEvent.of(
                origin,
                UUID.randomUUID().toString(),
                source,
                detailType,
                entry.time() == null ? origin.now() : entry.time(),
                entry.resources(),
                detail);
    }

    private String busArn(PutEventsRequestEntry entry) {
        return buses.arnOf(entry.eventBusName() == null ? EventBus.DEFAULT : entry.eventBusName());
    }

    /** Each combination once: ten equal entries are one question. */
    private void authorize(Call call, List<PutEventsRequestEntry> entries) {
        Set<List<String>> asked = new HashSet<>();
        for (PutEventsRequestEntry entry : entries) {
            String source = entry.source() == null ? "" : entry.source();
            String detailType = entry.detailType() == null ? "" : entry.detailType();
            String busArn = busArn(entry);
            if (asked.add(List.of(busArn, source, detailType))) {
                call.authorize(
                        "events:PutEvents",
                        busArn,
                        Map.of(
                                "events:source", source,
                                "events:detail-type", detailType,
                                "events:eventBusInvocation", "false"));
            }
        }
    }

    private static void check(List<PutEventsRequestEntry> entries) {
        if (entries.isEmpty()) {
            throw EventsErrors.constraint("[]", "entries", "Member must have length greater than or equal to 1");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw EventsErrors.constraint(
                    entries.stream().map(PutEvents::inWords).toList(),
                    "entries",
                    "Member must have length less than or equal to " + MAX_ENTRIES);
        }
        long bytes = entries.stream().mapToLong(PutEvents::bytes).sum();
        if (bytes > MAX_BYTES) {
            throw EventsErrors.validation("Total size of the entries in the request is over the limit.");
        }
    }

    private static long bytes(PutEventsRequestEntry entry) {
        long bytes = entry.time() == null ? 0 : TIME_BYTES;
        bytes += utf8(entry.source()) + utf8(entry.detailType()) + utf8(entry.detail());
        for (String resource : entry.resources()) {
            bytes += utf8(resource);
        }
        return bytes;
    }

    private static long utf8(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As AWS prints an entry. */
    private static String inWords(PutEventsRequestEntry entry) {
        return "PutEventsRequestEntry(time=%s, source=%s, resources=%s, detailType=%s, detail=%s, eventBusName=%s, traceHeader=%s)"
                .formatted(
                        entry.time(),
                        entry.source(),
                        entry.hasResources() ? entry.resources() : null,
                        entry.detailType(),
                        entry.detail(),
                        entry.eventBusName(),
                        entry.traceHeader());
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw requiredArgument(name);
        }
        return value;
    }

    private static AwsException requiredArgument(String name) {
        return invalid(name, name + " is a required argument.");
    }

    private static AwsException invalid(String name, String reason) {
        return new AwsException(
                400, "InvalidArgument", "Parameter %s is not valid. Reason: %s".formatted(name, reason));
    }
}
