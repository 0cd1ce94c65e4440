package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.model.InputTransformer;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What of an event a target gets. */
sealed interface TargetInput {
    int MAX_TEXT = 8_192;
    int MAX_PATH = 256;
    int MAX_VARIABLES = 100;

    /** @return empty if there is nothing that could be delivered */
    Optional<String> of(BusEvent event, RuleIdentity rule);

    /** The whole event. */
    record Whole() implements TargetInput {
        @Override
        public Optional<String> of(BusEvent event, RuleIdentity rule) {
            return Optional.of(event.json());
        }
    }

    /** Always the same. */
    record Constant(String json) implements TargetInput {
        @Override
        public Optional<String> of(BusEvent event, RuleIdentity rule) {
            return Optional.of(json);
        }
    }

    /** A part of the event; a text arrives with its quotes. */
    record Path(JsonPath path) implements TargetInput {
        /** What AWS does with a path that matches nothing is not documented; here it is {@code null}. */
        @Override
        public Optional<String> of(BusEvent event, RuleIdentity rule) {
            JsonNode part = path.find(event.tree()).orElse(NullNode.instance);
            return Optional.of(EventJson.write(part));
        }
    }

    /** A new text made of parts of the event. */
    record Transformed(InputTemplate template) implements TargetInput {
        @Override
        public Optional<String> of(BusEvent event, RuleIdentity rule) {
            return template.render(event, rule);
        }
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code ValidationException}, as PutTargets answers */
    static TargetInput parse(Target target, String path) {
        long ways = Stream.of(
                        Optional.ofNullable(target.input()),
                        Optional.ofNullable(target.inputPath()),
                        Optional.ofNullable(target.inputTransformer()))
                .filter(Optional::isPresent)
                .count();
        if (ways > 1) {
            throw EventsErrors.validation(
                    "Only one of Input, InputPath, or InputTransformer must be provided for target %s."
                            .formatted(target.id()));
        }
        if (target.input() != null) {
            return constant(target, path);
        }
        if (target.inputPath() != null) {
            Constraints.maxLength(target.inputPath(), path + ".inputPath", MAX_PATH);
            return new Path(jsonPath(target, "InputPath", target.inputPath()));
        }
        return target.inputTransformer() == null ? new Whole() : transformed(target, target.inputTransformer(), path);
    }

    private static TargetInput constant(Target target, String path) {
        Constraints.maxLength(target.input(), path + ".input", MAX_TEXT);
        if (EventJson.read(target.input()).isEmpty()) {
            throw EventsErrors.validation("JSON text for Input is not valid for target %s.".formatted(target.id()));
        }
        return new Constant(target.input());
    }

    private static TargetInput transformed(Target target, InputTransformer transformer, String path) {
        String text = Constraints.required(transformer.inputTemplate(), path + ".inputTransformer.inputTemplate");
        if (text.isEmpty()) {
            throw EventsErrors.constraint(
                    "", path + ".inputTransformer.inputTemplate", "Member must have length greater than or equal to 1");
        }
        Constraints.maxLength(text, path + ".inputTransformer.inputTemplate", MAX_TEXT);
        if (transformer.inputPathsMap().size() > MAX_VARIABLES) {
            throw EventsErrors.constraint(
                    transformer.inputPathsMap(),
                    path + ".inputTransformer.inputPathsMap",
                    "Member must have length less than or equal to " + MAX_VARIABLES);
        }
        InputTemplate.reserved(transformer.inputPathsMap().keySet()).stream()
                .findFirst()
                .ifPresent(name -> {
                    throw EventsErrors.validation(
                            "InputPathsMap for target %s contains the name %s; names must not start with AWS."
                                    .formatted(target.id(), name));
                });
        Map<String, JsonPath> variables = new LinkedHashMap<>();
        transformer
                .inputPathsMap()
                .forEach((name, where) -> variables.put(name, jsonPath(target, "InputPathsMap", where)));
        InputTemplate template = new InputTemplate(text, variables);
        template.undefined().ifPresent(name -> {
            throw EventsErrors.validation(
                    "InputTemplate for target %s contains invalid placeholder %s.".formatted(target.id(), name));
        });
        return new Transformed(template);
    }

    private static JsonPath jsonPath(Target target, String parameter, String text) {
        try {
            return JsonPath.parse(text);
        } catch (IllegalArgumentException e) {
            throw EventsErrors.validation(
                    "Invalid %s for target %s: %s: %s.".formatted(parameter, target.id(), text, e.getMessage()));
        }
    }
}
