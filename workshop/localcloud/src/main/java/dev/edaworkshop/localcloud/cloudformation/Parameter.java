package dev.edaworkshop.localcloud.cloudformation;

import static dev.edaworkshop.localcloud.cloudformation.CloudFormationException.validationError;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a template.
 *
 * @param declaration its JSON, with the constraints
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html">Parameters</a>
 */
record Parameter(String name, String type, Optional<String> defaultValue, JsonNode declaration) {
    /** Answers the question for CDK's bootstrap stack, which a local cloud does not need. */
    static final String BOOTSTRAP_VERSION = "30";

    private static final Pattern BOOTSTRAP_PARAMETER = Pattern.compile("/cdk-bootstrap/[^/]+/version");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    static Parameter parse(String name, JsonNode json) {
        if (!json.path("Type").isTextual()) {
            throw validationError("Template format error: [/Parameters/" + name
                    + "] Every Parameters object must contain a Type member.");
        }
        JsonNode defaultValue = json.path("Default");
        return new Parameter(
                name,
                json.path("Type").asText(),
                defaultValue.isMissingNode() ? Optional.empty() : Optional.of(defaultValue.asText()),
                json);
    }

    boolean isStoredInSystemsManager() {
        return type.startsWith("AWS::SSM::Parameter::");
    }

    /**
     * What {@code Ref} yields for it: a text, or a list of texts.
     *
     * @throws CloudFormationException if the value breaks the parameter's constraints
     */
    JsonNode valueOf(String given, UnaryOperator<@Nullable String> store) {
        if (isStoredInSystemsManager()) {
            return storedValue(given, store);
        }
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        List<String> values =
                list ? Stream.of(given.split(",", -1)).map(String::strip).toList() : List.of(given);
        values.forEach(this::check);
        return list ? Json.texts(values) : Json.text(given);
    }

    private JsonNode storedValue(String path, UnaryOperator<@Nullable String> store) {
        String stored = store.apply(path);
        if (stored == null && !BOOTSTRAP_PARAMETER.matcher(path).matches()) {
            throw validationError("Unable to fetch parameters [" + path + "] from parameter store for this account.");
        }
        String value = stored == null ? BOOTSTRAP_VERSION : stored;
        return type.contains("List<")
                ? Json.texts(Stream.of(value.split(",", -1)).map(String::strip).toList())
                : Json.text(value);
    }

    private void check(String value) {
        if (type.contains("Number")) {
            checkNumber(value);
        }
        List<String> allowed = Json.items(declaration.path("AllowedValues")).stream()
                .map(JsonNode::asText)
                .toList();
        require(allowed.isEmpty() || allowed.contains(value), "must be one of AllowedValues");
        String pattern = declaration.path("AllowedPattern").asText();
        require(pattern.isEmpty() || Pattern.matches(pattern, value), "must match pattern " + pattern);
        int minLength = declaration.path("MinLength").asInt(0);
        require(value.length() >= minLength, "must contain at least " + minLength + " characters");
        int maxLength = declaration.path("MaxLength").asInt(Integer.MAX_VALUE);
        require(value.length() <= maxLength, "must contain at most " + maxLength + " characters");
    }

    private void checkNumber(String value) {
        require(NUMBER.matcher(value).matches(), "must be a number");
        double number = Double.parseDouble(value);
        JsonNode min = declaration.path("MinValue");
        require(min.isMissingNode() || number >= min.asDouble(), "must be a number not less than " + min.asText());
        JsonNode max = declaration.path("MaxValue");
        require(max.isMissingNode() || number <= max.asDouble(), "must be a number not greater than " + max.asText());
    }

    private void require(boolean satisfied, String otherwise) {
        if (!satisfied) {
            String explanation = declaration.path("ConstraintDescription").asText();
            throw validationError("Parameter '" + name + "' "
                    + (explanation.isEmpty() ? otherwise : "failed to satisfy constraint: " + explanation));
        }
    }
}
