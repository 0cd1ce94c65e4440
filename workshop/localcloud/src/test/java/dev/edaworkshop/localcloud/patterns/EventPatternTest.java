package dev.edaworkshop.localcloud.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"k": [300]}                                   | {"k": 300.0}                    | true
            {"k": [{"numeric": ["=", 300]}]}               | {"k": "300"}                    | false
            {"k": [{"numeric": ["<", 300]}]}               | {"k": null}                     | false
            {"k": [{"anything-but": "a"}]}                 | {"k": null}                     | true
            {"k": [{"anything-but": {"prefix": "a"}}]}     | {"k": 5}                        | true
            {"k": [{"anything-but": "a"}]}                 | {}                              | false
            {"k": [null]}                                  | {"k": "null"}                   | false
            {"k": [null]}                                  | {"k": []}                       | false
            {"k": [""]}                                    | {"k": ""}                       | true
            {"k": [{"exists": true}]}                      | {"k": []}                       | false
            {"k": {"j": [{"exists": false}]}}              | {}                              | true
            {"k": [{"exists": true}, {"prefix": "x"}]}     | {"k": "a"}                      | true
            {"k": [{"exists": true}]}                      | {"k": {"j": 1}}                 | false
            {"d": {"s.t": ["x"]}}                          | {"d": {"s": {"t": "x"}}}        | true
            {"d": {"s": {"t": ["x"]}}}                     | {"d": {"s.t": "x"}}             | true
            {"s": {"t": ["x"]}}                            | {"s.t": {"t": "x"}}             | false
            {"detail": {"k": ["a"]}}                       | {"detail": "{\\"k\\":\\"a\\"}"} | false
            {"l": {"a": [1], "b": [2]}}                    | {"l": [{"a": 1}, {"b": 2}]}     | false
            {"k": ["a"], "k": ["b"]}                       | {"k": "a"}                      | false
            {"k": [{"wildcard": ""}]}                      | {"k": "a"}                      | false
            {"k": [{"prefix": ""}]}                        | {"k": "a"}                      | true
            {"k": [{"prefix": {"equals-ignore-case": "eV"}}]} | {"k": "EVENT"}               | true
            {"k": [{"exactly": "a"}]}                      | {"k": "a"}                      | true
            """)
    void matches_as_eventbridge(String pattern, String event, boolean matches) throws Exception {
        assertThat(EventPattern.parse(pattern).matches(event)).isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"k":"v"}                                | "k" must be an object or an array
            {"k":[]}                                 | Empty arrays are not allowed
            {}                                       | Empty objects are not allowed
            {"k":[{"EXISTS":true}]}                  | Unrecognized match type EXISTS
            {"k":[{"wildcard":1}]}                   | wildcard match pattern must be a string
            {"k":[{"cidr":1}]}                       | prefix match pattern must be a string
            {"k":[{"cidr":"10.0.0.0"}]}              | Malformed CIDR, one '/' required
            {"k":[{"anything-but":null}]}            | Value of anything-but must be an array or single string/number value.
            {"k":[{"anything-but":{"prefix":{"a":1}}}]} | Value of anything-but must be an array or single string/number value.
            {"k":[{"anything-but":["a",null]}]}      | ~Inside anything but list, start|null|boolean is not supported.~
            {"k":[{"anything-but":["a",1]}]}         | Inside anything but list, either all values are number or string, mixed type is not supported
            {"k":[{"anything-but":{"prefix":""}}]}   | Null prefix/suffix not allowed
            {"k":[{"anything-but":{"exists":true}}]} | Unsupported anything-but pattern: exists
            {"k":[{"numeric":10}]}                   | Value of numeric must be an array.
            {"k":[{"numeric":[">",0,">",0]}]}        | Bad numeric range operator: >
            {"k":[{"numeric":[">",0,"<"]}]}          | Value of < must be numeric
            {"$or":1}                                | It must be an Array followed with $or.
            {"$or":[{"a":[1]}]}                      | There must have at least 2 Objects in $or relationship.
            {"k":[{"wildcard":"*:*:*:*:*:x/*"}]}     | Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character
            """)
    void refuses_without_the_place(String pattern, String text) {
        assertThatThrownBy(() -> EventPattern.parse(pattern))
                .isInstanceOf(InvalidPatternException.class)
                .hasMessage(text);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            []        | Filter is not an object
            {'k':[1]} | Unexpected character (''' (code 39)): was expecting double-quote to start field name
            """)
    void refuses_what_is_no_json_object_with_the_place(String pattern, String text) {
        assertThatThrownBy(() -> EventPattern.parse(pattern))
                .hasMessage(text + "\n at [Source: (String)\"" + pattern + "\"; line: 1, column: 2]");
    }

    @Test
    void refuses_what_follows_a_pattern() {
        assertThatThrownBy(() -> EventPattern.parse("{\"k\":[1]} x"))
                .hasMessage("There is more after the end of the pattern");
    }

    @Test
    void refuses_numbers_beyond_the_range_of_numeric_only_there() throws Exception {
        assertThat(EventPattern.parse("{\"account\":[123456789012]}").matches("{\"account\":123456789012}"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} characters: refused is {1}")
    @CsvSource({"2048, false", "2049, true"})
    void refuses_more_than_2048_characters(int characters, boolean refused) throws Exception {
        String pattern = "{\"k\":[\"" + "x".repeat(characters - 10) + "\"]}";

        if (refused) {
            assertThatThrownBy(() -> EventPattern.parse(pattern))
                    .hasMessage("The pattern has 2049 characters, 2048 are allowed");
        } else {
            assertThat(EventPattern.parse(pattern).json()).hasSize(2_048);
        }
    }
}
