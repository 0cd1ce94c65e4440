package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.JsonRuleCompiler;

/**
 * What SNS refuses in a filter policy: its limits, and the operators that the engine knows and SNS does not.
 *
 * @param letsEverythingPass whether the policy says nothing
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html">SNS</a>
 */
record FilterPolicyCheck(boolean letsEverythingPass) {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_KEYS = 5;
    private static final int MAX_COMBINATIONS = 150;
    private static final String OR = "$or";

    static FilterPolicyCheck of(String json, FilterPolicy.Scope scope) throws InvalidPatternException {
        if (json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new InvalidPatternException("Filter policy is larger than 256 KB"); // our words, AWS's are not known
        }
        JsonNode policy = read(json);
        if (policy.isObject() && policy.isEmpty()) {
            return new FilterPolicyCheck(true);
        }
        checkOperators(json);
        String problem = JsonRuleCompiler.check(json);
        if (problem != null) {
            throw new InvalidPatternException(withOneLocation(problem));
        }
        if (scope == FilterPolicy.Scope.MESSAGE_ATTRIBUTES && isNested(policy)) {
            throw InvalidPatternException.nestedInAttributeScope();
        }
        if (policy.size() > MAX_KEYS) {
            throw new InvalidPatternException("Filter policy can not have more than 5 keys");
        }
        if (combinations(policy, 1) > MAX_COMBINATIONS) {
            throw new InvalidPatternException("Filter policy is too complex");
        }
        return new FilterPolicyCheck(false);
    }

    private static JsonNode read(String json) throws InvalidPatternException {
        try {
            return Json.read(json);
        } catch (JsonProcessingException e) {
            throw new InvalidPatternException("failed to parse JSON. " + e.getMessage());
        }
    }

    private static String withOneLocation(String problem) {
        int tail = problem.indexOf("\n at [Source: ");
        int secondTail = tail < 0 ? -1 : problem.indexOf("\n at [Source: ", tail + 1);
        return secondTail < 0 ? problem : problem.substring(0, secondTail);
    }

    private static boolean isNested(JsonNode policy) {
        for (Map.Entry<String, JsonNode> entry : policy.properties()) {
            if (entry.getKey().equals(OR)) {
                for (JsonNode branch : entry.getValue()) {
                    if (isNested(branch)) {
                        return true;
                    }
                }
            } else if (entry.getValue().isObject()) {
                return true;
            }
        }
        return false;
    }

    /** Lengths are multiplied, each by its depth; the branches of {@code $or} are added. */
    private static double combinations(JsonNode policy, int depth) {
        double product = 1;
        for (Map.Entry<String, JsonNode> entry : policy.properties()) {
            JsonNode value = entry.getValue();
            if (entry.getKey().equals(OR)) {
                double sum = 0;
                for (JsonNode branch : value) {
                    sum += combinations(branch, depth);
                }
                product *= sum;
            } else {
                product *= value.isObject() ? combinations(value, depth + 1) : (double) value.size() * depth;
            }
        }
        return product;
    }

    /** Reads the text and not the tree, because SNS names the place. */
    private static void checkOperators(String json) throws InvalidPatternException {
        try (JsonParser parser = Json.parser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fields(JsonParser parser) throws IOException, InvalidPatternException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean branches = parser.currentName().equals(OR);
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                fields(parser);
            } else if (value == JsonToken.START_ARRAY) {
                elements(parser, branches);
            }
        }
    }

    private static void elements(JsonParser parser, boolean branches) throws IOException, InvalidPatternException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token == JsonToken.START_OBJECT && branches) {
                fields(parser);
            } else if (token == JsonToken.START_OBJECT) {
                operators(parser);
            }
        }
    }

    private static void operators(JsonParser parser) throws IOException, InvalidPatternException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String operator = parser.currentName();
            if (operator.equals("wildcard")) {
                throw refused(parser, "Unrecognized match type wildcard");
            }
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            if (isObject && List.of("prefix", "suffix").contains(operator)) {
                throw refused(parser, operator + " match pattern must be a string");
            }
            if (isObject && operator.equals("anything-but")) {
                anythingBut(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void anythingBut(JsonParser parser) throws IOException, InvalidPatternException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (!parser.currentName().equals("prefix")) {
                throw refused(parser, "Unsupported anything-but pattern: " + parser.currentName());
            }
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                throw refused(parser, "prefix/suffix match pattern must be a string");
            }
            parser.skipChildren();
        }
    }

    private static InvalidPatternException refused(JsonParser parser, String problem) {
        return new InvalidPatternException(Json.located(parser, problem));
    }
}
