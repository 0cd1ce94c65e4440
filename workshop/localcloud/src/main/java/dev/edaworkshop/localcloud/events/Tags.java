package dev.edaworkshop.localcloud.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** The tags of buses and rules, by ARN. */
final class Tags {
    private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();

    void add(String arn, List<Tag> added) {
        if (added.stream().anyMatch(tag -> tag.key() == null || tag.value() == null)) {
            throw EventsErrors.validation("A tag has a Key and a Value.");
        }
        tags.compute(arn, (key, before) -> {
            Map<String, String> after = new TreeMap<>(before == null ? Map.of() : before);
            added.forEach(tag -> after.put(tag.key(), tag.value()));
            return after;
        });
    }

    void remove(String arn, List<String> keys) {
        tags.computeIfPresent(arn, (key, before) -> {
            Map<String, String> after = new TreeMap<>(before);
            keys.forEach(after::remove);
            return after;
        });
    }

    List<Tag> of(String arn) {
        return tags.getOrDefault(arn, Map.of()).entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    void forget(String arn) {
        tags.remove(arn);
    }
}
