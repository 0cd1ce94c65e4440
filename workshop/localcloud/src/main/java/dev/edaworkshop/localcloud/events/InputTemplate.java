package dev.edaworkshop.localcloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template of an input transformer, with AWS's oddities: a missing value becomes an empty text, values are not
 * escaped, and a text template keeps its quotes.
 *
 * @param variables by the name of the placeholder
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html">Input transformation</a>
 */
record InputTemplate(String template, Map<String, JsonPath> variables) {
    private static final JsonNode NOTHING = TextNode.valueOf("");
    private static final Pattern PLACEHOLDER = Pattern.compile("<([^<>\\s\"]+)>");
    private static final String EVENT = "aws.events.event";
    private static final String WHOLE_EVENT = "aws.events.event.json";
    private static final String INGESTION_TIME = "aws.events.event.ingestion-time";
    private static final String RULE_ARN = "aws.events.rule-arn";
    private static final String RULE_NAME = "aws.events.rule-name";
    private static final Set<String> PREDEFINED = Set.of(EVENT, WHOLE_EVENT, INGESTION_TIME, RULE_ARN, RULE_NAME);

    InputTemplate {
        variables = Map.copyOf(variables);
    }

    /** The first placeholder that nothing defines. */
    Optional<String> undefined() {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(result -> result.group(1))
                .filter(name -> !PREDEFINED.contains(name) && !variables.containsKey(name))
                .findFirst();
    }

    /** @return empty if the template promises JSON and the values spoil it; AWS does not deliver then */
    Optional<String> render(BusEvent event, RuleIdentity rule) {
        String filled = fill(event, rule);
        return isJson() ? EventJson.read(filled).map(EventJson::write) : Optional.of(filled);
    }

    private boolean isJson() {
        return template.strip().startsWith("{");
    }

    private String fill(BusEvent event, RuleIdentity rule) {
        Map<String, Optional<JsonNode>> values = new LinkedHashMap<>();
        StringBuilder filled = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(template);
        boolean quoted = false;
        int at = 0;
        while (placeholder.find()) {
            String before = template.substring(at, placeholder.start());
            quoted ^= hasOddQuotes(before);
            Optional<JsonNode> value = values.computeIfAbsent(placeholder.group(1), name -> value(name, event, rule));
            filled.append(before).append(quoted ? withinQuotes(value) : EventJson.write(value.orElse(NOTHING)));
            at = placeholder.end();
        }
        return filled.append(template.substring(at)).toString();
    }

    /** Text goes in as it is; JSON within a text template loses its quotes, within a JSON template it keeps them. */
    private String withinQuotes(Optional<JsonNode> value) {
        JsonNode node = value.orElse(NOTHING);
        if (node.isTextual()) {
            return node.asText();
        }
        String json = EventJson.write(node);
        return isJson() ? json : json.replace("\"", "");
    }

    private Optional<JsonNode> value(String name, BusEvent event, RuleIdentity rule) {
        return switch (name) {
            case EVENT -> Optional.of(event.withoutDetail());
            case WHOLE_EVENT -> Optional.of(event.tree());
            case INGESTION_TIME -> Optional.of(TextNode.valueOf(event.ingested().toString()));
            case RULE_ARN -> Optional.of(TextNode.valueOf(rule.arn()));
            case RULE_NAME -> Optional.of(TextNode.valueOf(rule.name()));
            default -> Optional.ofNullable(variables.get(name)).flatMap(path -> path.find(event.tree()));
        };
    }

    private static boolean hasOddQuotes(String text) {
        boolean odd = false;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> odd = !odd;
                default -> {}
            }
        }
        return odd;
    }

    /** The names that AWS reserves; they begin like its own placeholders. */
    static List<String> reserved(Set<String> names) {
        return names.stream().filter(name -> name.startsWith("AWS")).sorted().toList();
    }
}
