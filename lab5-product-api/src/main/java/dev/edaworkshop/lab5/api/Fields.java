package dev.edaworkshop.lab5.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Takes a JSON object apart, field by field, and remembers what is wrong with it. So a client that got three fields wrong
 * hears of all three at once.
 */
final class Fields {

    private static final int CENTS = 2;

    /** To compile an expression takes longer than to match a field, and there are only as many as there are rules. */
    private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();

    private final JsonNode json;
    private final List<FieldError> errors = new ArrayList<>();

    private Fields(JsonNode json) {
        this.json = json;
    }

    /**
     * @param known the fields there may be; any other is an error, because its sender believes that it does something
     * @throws InvalidRequestException if the text is not a JSON object
     */
    static Fields of(String text, Set<String> known) {
        Fields fields = new Fields(object(text));
        Iterator<String> names = fields.json.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!known.contains(name)) {
                fields.wrong(name, "is not a field of a product");
            }
        }
        return fields;
    }

    /**
     * A text that matches, as a whole.
     *
     * @param form a regular expression
     * @param inWords what the expression says
     * @return empty if the field is wrong
     */
    String text(String field, String form, String inWords) {
        JsonNode value = json.path(field);
        if (!value.isTextual() || !form(form).matcher(value.textValue()).matches()) {
            return wrong(field, value, inWords, "");
        }
        return value.textValue();
    }

    /** An amount in euros and cents, with both bounds allowed; zero if the field is wrong. */
    BigDecimal euros(String field, BigDecimal least, BigDecimal most) {
        JsonNode value = json.path(field);
        if (!value.isNumber()
                || value.decimalValue().compareTo(least) < 0
                || value.decimalValue().compareTo(most) > 0
                || value.decimalValue().stripTrailingZeros().scale() > CENTS) {
            String inWords = "a number from %s to %s, with at most two decimals".formatted(least, most);
            return wrong(field, value, inWords, BigDecimal.ZERO);
        }
        return value.decimalValue();
    }

    /** @throws InvalidRequestException if anything was wrong, with everything that was */
    void requireValid() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private <T> T wrong(String field, JsonNode value, String expected, T standIn) {
        wrong(field, (value.isMissingNode() || value.isNull() ? "is missing: " : "must be ") + expected);
        return standIn;
    }

    private void wrong(String field, String reason) {
        errors.add(new FieldError(field, reason));
    }

    private static Pattern form(String form) {
        return FORMS.computeIfAbsent(form, Pattern::compile);
    }

    private static JsonNode object(String text) {
        try {
            JsonNode json = Json.read(text);
            if (json.isObject()) {
                return json;
            }
            throw InvalidRequestException.of("body", "must be a JSON object");
        } catch (JsonProcessingException e) {
            throw InvalidRequestException.of("body", "is not JSON");
        }
    }
}
