package dev.edaworkshop.localcloud.events;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.patterns.EventPattern;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternResponse;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;

/**
 * EventBridge on the wire.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html">Actions</a>
 */
public final class EventsEndpoint {
    private static final List<String> FIELDS_OF_EVENT =
            List.of("id", "account", "source", "time", "region", "resources", "detail-type");

    private final EventBuses buses;

    private EventsEndpoint(EventBuses buses) {
        this.buses = buses;
    }

    public static RpcService of(
            EventBuses buses, Archives archives, ApiDestinations apiDestinations, AccountContext account) {
        var accessDenied = new Call.AccessDeniedStyle(400, "AccessDeniedException");
        RpcService service =
                new RpcService("events", account.iam(), account.journal(), accessDenied).json("AWSEvents.", "1.1", "");
        service.operation("PutEvents", PutEventsRequest::builder, new PutEvents(buses, account)::put);
        new BusActions(buses, account).addTo(service);
        new RuleActions(buses, account).addTo(service);
        new ArchiveActions(archives, account).addTo(service);
        new ApiDestinationActions(apiDestinations, account).addTo(service);
        new ReplayActions(buses, archives, account).addTo(service);
        service.operation("TestEventPattern", TestEventPatternRequest::builder, EventsEndpoint::testPattern);
        new EventsEndpoint(buses).addTagsTo(service);
        return service;
    }

    private void addTagsTo(RpcService service) {
        service.operation("TagResource", TagResourceRequest::builder, this::tag)
                .operation("UntagResource", UntagResourceRequest::builder, this::untag)
                .operation("ListTagsForResource", ListTagsForResourceRequest::builder, this::listTags);
    }

    private TagResourceResponse tag(Call call, TagResourceRequest request) {
        call.authorize("events:TagResource", existing(request.resourceARN()));
        buses.tags().add(request.resourceARN(), request.tags());
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(Call call, UntagResourceRequest request) {
        call.authorize("events:UntagResource", existing(request.resourceARN()));
        buses.tags().remove(request.resourceARN(), request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse listTags(Call call, ListTagsForResourceRequest request) {
        call.authorize("events:ListTagsForResource", existing(request.resourceARN()));
        return ListTagsForResourceResponse.builder()
                .tags(buses.tags().of(request.resourceARN()))
                .build();
    }

    private static TestEventPatternResponse testPattern(Call call, TestEventPatternRequest request) {
        call.authorize("events:TestEventPattern", "*");
        EventPattern pattern = Rules.pattern(Constraints.required(request.eventPattern(), "eventPattern"));
        String event = Constraints.required(request.event(), "event");
        if (EventJson.object(event)
                .filter(object -> FIELDS_OF_EVENT.stream().allMatch(object::has))
                .isEmpty()) {
            throw EventsErrors.validation("Parameter Event is not valid.");
        }
        return TestEventPatternResponse.builder().result(pattern.matches(event)).build();
    }

    /** Buses and rules carry tags. */
    private String existing(String arn) {
        Constraints.required(arn, "resourceARN");
        boolean exists = buses.find(arn).isPresent()
                || buses.all().stream().flatMap(bus -> bus.rules().stream()).anyMatch(rule -> rule.arn()
                        .equals(arn));
        if (!exists) {
            throw EventsErrors.notFound("%s does not exist.".formatted(arn));
        }
        return arn;
    }
}
