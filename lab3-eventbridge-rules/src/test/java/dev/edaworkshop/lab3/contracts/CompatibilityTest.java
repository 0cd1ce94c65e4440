package dev.edaworkshop.lab3.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEFORE = """
            {'type': 'object', 'required': ['sku', 'price'],
             'properties': {'sku': {'type': 'string', 'minLength': 1},
                            'price': {'type': 'number', 'minimum': 0},
                            'region': {'type': 'string', 'enum': ['eu', 'uk']},
                            'size': {'type': 'object', 'properties': {'width': {'type': 'number'}}}}}""";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a promised fact is gone    | 'price': {'type': 'number', 'minimum': 0}, | ``                         | price: was always there, and is not described any more",
                "a fact is optional now     | ['sku', 'price']                           | ['sku']                    | price: was always there, and need not be any more",
                "a new fact is required     | ['sku', 'price']                           | ['sku', 'price', 'region'] | region: need not have been there, and has to be now",
                "another type               | {'type': 'number', 'minimum'               | {'type': 'string', 'minimum' | price: type was 'number', and is 'string'",
                "a narrower range           | 'minimum': 0                               | 'minimum': 1               | price: minimum was 0, and is 1",
                "fewer values               | ['eu', 'uk']                               | ['eu']                     | region: enum was ['eu','uk'], and is ['eu']",
                "deep inside                | 'width': {'type': 'number'}                | 'width': {'type': 'string'} | size.width: type was 'number', and is 'string'",
                "closed to what is new      | 'required': ['sku'                         | 'additionalProperties': false, 'required': ['sku' | additionalProperties was nothing, and is false",
            })
    void names_what_would_break_somebody(String why, String before, String after, String problem) {
        assertThat(BEFORE).contains(before);

        assertThat(Compatibility.breaks(json(BEFORE), json(BEFORE.replace(before, after))))
                .as(why)
                .contains(problem.replace('\'', '"'));
    }

    @Test
    void a_new_optional_fact_and_other_words_break_nobody() {
        String after = BEFORE.replace(
                "'properties': {'sku'", "'description': 'better', 'properties': {'colour': {'type': 'string'}, 'sku'");

        assertThat(after).isNotEqualTo(BEFORE);
        assertThat(Compatibility.breaks(json(BEFORE), json(after))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("published")
    void nothing_that_was_published_has_been_changed_so_that_it_breaks_somebody(Path published) throws IOException {
        Path ours = ContractFiles.OURS.resolve(
                ContractFiles.PUBLISHED.relativize(published).toString());

        assertThat(ours).as("a published contract stays").exists();
        assertThat(Compatibility.breaks(read(published), read(ours)))
                .as("%s is published: make a new version instead", ours)
                .isEmpty();
    }

    @Test
    void every_contract_is_among_the_published_ones() throws IOException {
        assertThat(names(ContractFiles.PUBLISHED))
                .as("copy a new contract there when it is first used")
                .containsExactlyElementsOf(names(ContractFiles.OURS));
    }

    static Stream<Path> published() throws IOException {
        return ContractFiles.all(ContractFiles.PUBLISHED).stream();
    }

    private static List<String> names(Path folder) throws IOException {
        return ContractFiles.all(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
