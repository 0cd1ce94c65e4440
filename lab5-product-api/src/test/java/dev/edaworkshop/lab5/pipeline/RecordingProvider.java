package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Keeps each request; answers as it is told, and accepts everything when it is told nothing more. */
final class RecordingProvider implements EventProvider {

    private record Answer(Set<String> refusedProducts, String code) {}

    private final List<List<DomainEvent>> requests = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** The next request loses the events of these products. */
    RecordingProvider thenRefusing(String code, String... productIds) {
        answers.add(new Answer(Set.of(productIds), code));
        return this;
    }

    List<List<DomainEvent>> requests() {
        return List.copyOf(requests);
    }

    /** What each request was about: {@code [[p-1, p-2], [p-2]]}. */
    List<List<String>> products() {
        return requests.stream()
                .map(request -> request.stream().map(DomainEvent::productId).toList())
                .toList();
    }

    @Override
    public PublishReceipt publish(List<DomainEvent> events) {
        requests.add(List.copyOf(events));
        Answer answer = answers.isEmpty() ? new Answer(Set.of(), "") : answers.remove();
        List<Refusal> refused = events.stream()
                .filter(event -> answer.refusedProducts().contains(event.productId()))
                .map(event -> new Refusal(event, answer.code(), "on purpose"))
                .toList();
        return new PublishReceipt(events.size() - refused.size(), refused);
    }
}
