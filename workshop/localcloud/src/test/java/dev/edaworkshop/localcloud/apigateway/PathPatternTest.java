package dev.edaworkshop.localcloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "/orders, /orders, {}",
                "/orders, /orders/, ",
                "/orders/{id}, /orders/42, {id=42}",
                "/orders/{id}, /orders/, ",
                "/orders/{id}, /orders/a%20b+c, {id=a b+c}",
                "/orders/{id}/lines, /orders/42/lines, {id=42}",
                "/files/{proxy+}, /files/a/b.txt, {proxy=a/b.txt}",
                "/files/{proxy+}, /files/, ",
                "/{proxy+}, /, ",
                "/, /, {}",
            })
    void a_path_yields_its_parameters(String pattern, String path, String parameters) {
        assertThat(new PathPattern(pattern).match(path).map(Object::toString))
                .isEqualTo(java.util.Optional.ofNullable(parameters));
    }

    @Test
    void text_goes_before_parameters_before_greedy_ones() {
        List<PathPattern> patterns = List.of(
                new PathPattern("/{proxy+}"),
                new PathPattern("/pets/{proxy+}"),
                new PathPattern("/pets/dog/{id}"),
                new PathPattern("/pets/dog/1"));

        assertThat(patterns.stream().sorted().map(PathPattern::template))
                .containsExactly("/pets/dog/1", "/pets/dog/{id}", "/pets/{proxy+}", "/{proxy+}");
    }
}
