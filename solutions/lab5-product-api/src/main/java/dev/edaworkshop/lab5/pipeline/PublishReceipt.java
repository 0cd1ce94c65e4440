package dev.edaworkshop.lab5.pipeline;

import dev.edaworkshop.lab5.event.DomainEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of some events: how many were accepted, and which were not. */
public record PublishReceipt(int accepted, List<Refusal> refused) {

    public PublishReceipt {
        refused = List.copyOf(refused);
    }

    public static PublishReceipt empty() {
        return new PublishReceipt(0, List.of());
    }

    public static PublishReceipt allAccepted(int events) {
        return new PublishReceipt(events, List.of());
    }

    /** All for the same reason. */
    static PublishReceipt allRefused(List<DomainEvent> events, String code, String message) {
        return new PublishReceipt(
                0,
                events.stream().map(event -> new Refusal(event, code, message)).toList());
    }

    /** Both together. */
    public PublishReceipt and(PublishReceipt other) {
        return new PublishReceipt(
                accepted + other.accepted,
                Stream.concat(refused.stream(), other.refused.stream()).toList());
    }

    /** Whether the event with this id was refused. */
    boolean refuses(String eventId) {
        return refused.stream()
                .anyMatch(refusal -> refusal.event().metadata().eventId().equals(eventId));
    }

    /** The same, as if these had not been tried yet. */
    PublishReceipt without(List<Refusal> taken) {
        return new PublishReceipt(
                accepted,
                refused.stream().filter(refusal -> !taken.contains(refusal)).toList());
    }

    /** One line: {@code 22 accepted, 1 refused: p-0004 (ThrottlingException)}. */
    public String inWords() {
        String products = refused.stream()
                .map(refusal -> "%s (%s)".formatted(refusal.productId(), refusal.code()))
                .collect(Collectors.joining(", "));
        return "%d accepted, %d refused%s"
                .formatted(accepted, refused.size(), products.isEmpty() ? "" : ": " + products);
    }
}
