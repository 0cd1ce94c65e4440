package dev.edaworkshop.localcloud.patterns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reading JSON and naming the place where it is wrong, as AWS does. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper MAPPER_OF_PARTS = new JsonMapper();
    private static final JsonFactory SHOWING_SOURCE = JsonFactory.builder()
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** The value that begins at the parser's token. */
    static JsonNode read(JsonParser parser) throws IOException {
        return MAPPER_OF_PARTS.readTree(parser);
    }

    static boolean isObject(String text) {
        try {
            return read(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    static JsonParser parser(String text) throws IOException {
        return SHOWING_SOURCE.createParser(text);
    }

    /** The problem with the tail that names the place: {@code \n at [Source: …; line: 1, column: 7]}. */
    static String located(JsonParser parser, String problem) {
        return String.valueOf(new JsonParseException(parser, problem, parser.currentLocation()).getMessage());
    }

    /** The problem without such tails. */
    static String withoutLocation(String problem) {
        int tail = problem.indexOf("\n at [Source: ");
        return tail < 0 ? problem : problem.substring(0, tail);
    }
}
