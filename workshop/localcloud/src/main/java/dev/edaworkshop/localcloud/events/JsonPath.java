package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A path into an event, in dot or bracket form: {@code $.detail.items[0].name}, {@code $['detail-type']}.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input paths</a>
 */
record JsonPath(String text, List<Step> steps) {
    private static final Pattern STEP = Pattern.compile(
            "\\.(?<name>[^.\\[\\]()'\"?@*\\s]+)|\\[(?:'(?<quoted>[^']+)'|\"(?<doubled>[^\"]+)\"|(?<index>\\d+)|(?<all>\\*))]|(?<every>\\.\\*)");

    /** @throws IllegalArgumentException if it is no path, or one of a form that is not evaluated here */
    static JsonPath parse(String text) {
        if (!text.startsWith("$")) {
            throw new IllegalArgumentException("a JSONPath starts with $");
        }
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = 1;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "%s is no step of a JSONPath that the local cloud evaluates; it knows .name, ['name'], [0] and [*]"
                                .formatted(text.substring(at)));
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(text, List.copyOf(steps));
    }

    /** What the path leads to; several values as an array if it has a {@code *}. */
    Optional<JsonNode> find(JsonNode root) {
        List<JsonNode> found = List.of(root);
        for (Step step : steps) {
            found = found.stream().flatMap(step::from).toList();
        }
        if (steps.stream().anyMatch(Step.Every.class::isInstance)) {
            var array = JsonNodeFactory.instance.arrayNode();
            found.forEach(array::add);
            return Optional.of(array);
        }
        return found.stream().findFirst();
    }

    private static Step step(Matcher matcher) {
        for (String group : List.of("name", "quoted", "doubled")) {
            if (matcher.group(group) != null) {
                return new Step.Member(matcher.group(group));
            }
        }
        return matcher.group("index") == null
                ? new Step.Every()
                : new Step.Element(Integer.parseInt(matcher.group("index")));
    }

    /** One step down. */
    sealed interface Step {
        Stream<JsonNode> from(JsonNode node);

        record Member(String name) implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return Stream.ofNullable(node.get(name));
            }
        }

        record Element(int index) implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return Stream.ofNullable(node.get(index));
            }
        }

        record Every() implements Step {
            @Override
            public Stream<JsonNode> from(JsonNode node) {
                return StreamSupport.stream(node.spliterator(), false);
            }
        }
    }
}
