package dev.edaworkshop.lab5.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"3\", 3", "3, 3", "` \"12\" `, 12"})
    void reads_the_version_that_the_client_has_seen(String header, long version) {
        assertThat(ifMatch(header).seenVersion()).hasValue(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "three", "0", "-1", "W/\"3\"", "99999999999999999999"})
    void refuses_what_is_no_version(String header) {
        assertThatThrownBy(() -> ifMatch(header).seenVersion())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("If-Match");
    }

    @Test
    void a_client_need_not_say_what_it_has_seen() {
        assertThat(Request.of(APIGatewayV2HTTPEvent.builder().build()).seenVersion())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-p", "p/1", "p 1", "../admin", "p-12345678901234567890123456789012345678901234567890"})
    void refuses_what_is_no_id(String id) {
        Request request = Request.of(APIGatewayV2HTTPEvent.builder()
                .withPathParameters(Map.of("id", id))
                .build());

        assertThatThrownBy(request::productId).hasMessageContaining("id");
    }

    @Test
    void reads_a_body_that_api_gateway_has_encoded() {
        Request request = Request.of(APIGatewayV2HTTPEvent.builder()
                .withBody(Base64.getEncoder().encodeToString("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .withIsBase64Encoded(true)
                .build());

        assertThat(request.body()).isEqualTo("{}");
    }

    @Test
    void refuses_a_body_that_is_not_utf_8_rather_than_keep_a_part_of_it() {
        Request encoded = Request.of(APIGatewayV2HTTPEvent.builder()
                .withBody(Base64.getEncoder().encodeToString("{\"name\": \"Böötchen\"}".getBytes(ISO_8859_1)))
                .withIsBase64Encoded(true)
                .build());
        Request decodedByApiGateway = Request.of(APIGatewayV2HTTPEvent.builder()
                .withBody("{\"name\": \"B\uFFFD\uFFFDtchen\"}")
                .build());

        for (Request request : List.of(encoded, decodedByApiGateway)) {
            assertThatThrownBy(request::body)
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("is not UTF-8");
        }
    }

    private static Request ifMatch(String value) {
        return Request.of(APIGatewayV2HTTPEvent.builder()
                .withHeaders(Map.of("if-match", value))
                .build());
    }
}
