package dev.edaworkshop.localcloud.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.edaworkshop.localcloud.delivery.Delivery.Attribute;
import dev.edaworkshop.localcloud.patterns.FilterPolicy.Scope;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPolicyTest {

    @ParameterizedTest(name = "{0} on {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            {"k": ["a"]}                              | String       | a                      | true
            {"k": ["a"]}                              | String       | A                      | false
            {"k": ["a"]}                              | String.label | a                      | true
            {"k": ["a"]}                              | Binary       | YQ==                   | false
            {"k": [{"exists": true}]}                 | Binary       | YQ==                   | false
            {"k": [{"exists": false}]}                | Binary       | YQ==                   | true
            {"k": [301.5]}                            | Number       | 3.015e2                | true
            {"k": [{"numeric": ["=", 301.5]}]}        | Number       | +301.50                | true
            {"k": [{"numeric": [">", 0, "<=", 100]}]} | Number.int   | 100                    | true
            {"k": [{"numeric": [">", 0, "<", 100]}]}  | Number       | 100                    | false
            {"k": [{"numeric": ["=", 1]}]}            | String       | 1                      | false
            {"k": ["1"]}                              | Number       | 1                      | false
            {"k": [1]}                                | String       | 1                      | false
            {"k": ["rugby"]}                          | String.Array | ["rugby", "baseball"]  | true
            {"k": [{"anything-but": ["rugby"]}]}      | String.Array | ["rugby", "baseball"]  | true
            {"k": [{"anything-but": ["rugby"]}]}      | String.Array | ["rugby"]              | false
            {"k": [7]}                                | String.Array | ["a", 7, true, null]   | true
            {"k": [null]}                             | String.Array | ["a", 7, true, null]   | true
            {"k": [true]}                             | String.Array | ["a", 7, true, null]   | true
            {"k": ["a"]}                              | String.Array | not an array           | false
            {"k": [{"anything-but": {"prefix": "order-"}}]} | String | order-1                | false
            {"k": [{"anything-but": {"prefix": "order-"}}]} | String | return-1               | true
            {"k": [{"cidr": "10.0.0.0/24"}]}          | String       | 10.0.0.255             | true
            {"k": [{"cidr": "10.0.0.0/24"}]}          | String       | 10.0.1.0               | false
            {"k": [{"equals-ignore-case": "Tea"}]}    | String       | TEA                    | true
            {"k": [{"suffix": ".png"}]}               | String       | a.png                  | true
            {"other": [{"anything-but": "a"}]}        | String       | b                      | false
            {"$or": [{"k": ["a"]}, {"j": ["b"]}]}     | String       | a                      | true
            {"$or": [{"k": ["x"]}, {"j": ["b"]}]}     | String       | a                      | false
            {}                                        | String       | a                      | true
            """)
    void looks_at_attributes(String policy, String type, String value, boolean matches) throws Exception {
        FilterPolicy filter = FilterPolicy.parse(policy, Scope.MESSAGE_ATTRIBUTES);

        assertThat(filter.matches(Map.of("k", new Attribute(type, value)), "{\"k\":\"body\"}"))
                .isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"object": {"nested": ["v"]}}             | {"object": {"nested": "v"}}          | true
            {"object.nested": ["v"]}                  | {"object": {"nested": "v"}}          | true
            {"object": {"nested": ["v"]}}             | {"object.nested": "v"}               | true
            {"lines": {"sku": ["b"]}}                 | {"lines": [{"sku": "a"}, {"sku": "b"}]} | true
            {"lines": {"sku": ["b"]}}                 | {"lines": [[{"sku": "b"}]]}          | true
            {"k": [{"exists": true}]}                 | {"k": []}                            | false
            {"a": {"b": [{"exists": false}]}}         | {}                                   | true
            {"k": [{"exists": false}]}                | plain text                           | false
            {"k": [{"exists": false}]}                | "text"                               | false
            {"k": [{"exists": false}]}                | [1]                                  | false
            {}                                        | plain text                           | true
            """)
    void looks_at_the_body(String policy, String body, boolean matches) throws Exception {
        FilterPolicy filter = FilterPolicy.parse(policy, Scope.MESSAGE_BODY);

        assertThat(filter.matches(Map.of("k", new Attribute("String", "v")), body))
                .isEqualTo(matches);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"k":"v"}                                     | "k" must be an object or an array
            {"k":{"suffix":"v"}}                          | "suffix" must be an object or an array
            {"k":[]}                                      | Empty arrays are not allowed
            {"k":[["v"]]}                                 | Match value must be String, number, true, false, or null
            {"k":[{"foo":1}]}                             | Unrecognized match type foo
            {"k":[{"wildcard":"a*"}]}                     | Unrecognized match type wildcard
            {"$or":[{"k":[{"wildcard":"a*"}]},{"j":[1]}]} | Unrecognized match type wildcard
            {"k":[{"prefix":"a","suffix":"b"}]}           | Only one key allowed in match expression
            {"k":[{"suffix":1}]}                          | suffix match pattern must be a string
            {"k":[{"prefix":{"equals-ignore-case":"a"}}]} | prefix match pattern must be a string
            {"k":[{"cidr":1}]}                            | prefix match pattern must be a string
            {"k":[{"exists":"yes"}]}                      | exists match pattern must be either true or false.
            {"k":[{"anything-but":{"suffix":"a"}}]}       | Unsupported anything-but pattern: suffix
            {"k":[{"anything-but":{"exists":true}}]}      | Unsupported anything-but pattern: exists
            {"k":[{"numeric":[]}]}                        | Invalid member in numeric match: ]
            {"k":[{"numeric":["=","0"]}]}                 | Value of equals must be numeric
            {"k":[{"numeric":["<",100,">",10]}]}          | Too many elements in numeric expression
            {"k":[{"numeric":[">",3,"<",1]}]}             | Bottom must be less than top
            """)
    void refuses_with_the_place(String policy, String text) {
        assertThatThrownBy(() -> FilterPolicy.parse(policy, Scope.MESSAGE_BODY))
                .isInstanceOf(InvalidPatternException.class)
                .message()
                .startsWith(text + "\n at [Source: (String)\"" + policy + "\"; line: 1, column: ")
                .containsOnlyOnce(" at [Source");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"k":[{"cidr":"10.0.0.0"}]}    | Malformed CIDR, one '/' required
            {"k":[{"cidr":"10.0.0.0/a"}]}  | Malformed CIDR, mask bits must be an integer
            {"k":[{"cidr":"xx.11.xx/8"}]}  | Nonstandard IP address: xx.11.xx
            {"a":[1],"b":[1],"c":[1],"d":[1],"e":[1],"f":[1]} | Filter policy can not have more than 5 keys
            """)
    void refuses_without_the_place(String policy, String text) {
        assertThatThrownBy(() -> FilterPolicy.parse(policy, Scope.MESSAGE_BODY)).hasMessage(text);
    }

    @Test
    void refuses_what_is_no_json_without_showing_it() {
        assertThatThrownBy(() -> FilterPolicy.parse("{k:1}", Scope.MESSAGE_ATTRIBUTES))
                .hasMessage("failed to parse JSON. Unexpected character ('k' (code 107)): was expecting double-quote to"
                        + " start field name\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION`"
                        + " disabled); line: 1, column: 2]");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"a\":{\"b\":[1]}}", "{\"$or\":[{\"a\":{\"b\":[1]}},{\"c\":[1]}]}"})
    void refuses_nesting_on_attributes(String policy) {
        InvalidPatternException refusal = catchThrowableOfType(
                InvalidPatternException.class, () -> FilterPolicy.parse(policy, Scope.MESSAGE_ATTRIBUTES));

        assertThat(refusal.parameterText())
                .isEqualTo("Filter policy scope MessageAttributes does not support nested filter policy");
    }

    @ParameterizedTest(name = "{0} and {1} values: refused is {2}")
    @CsvSource({"15, 10, false", "151, 1, true", "16, 10, true", "150, 1, false"})
    void multiplies_the_combinations(int a, int b, boolean refused) {
        assertRefused("{\"a\": %s, \"b\": %s}".formatted(values(a), values(b)), refused);
    }

    @ParameterizedTest(name = "depth three with {0}, depth two with {1} values: refused is {2}")
    @CsvSource({"4, 3, false", "5, 5, false", "5, 6, true"})
    void counts_nested_values_by_their_depth(int deep, int shallow, boolean refused) {
        assertRefused(
                "{\"a\": {\"b\": {\"c\": %s}}, \"d\": {\"e\": %s}}".formatted(values(deep), values(shallow)), refused);
    }

    @ParameterizedTest(name = "branches of {0} and {1}, beside {2}: refused is {3}")
    @CsvSource({"50, 25, 2, false", "50, 26, 2, true"})
    void adds_the_branches_of_or(int one, int other, int beside, boolean refused) {
        assertRefused(
                "{\"$or\": [{\"a\": %s}, {\"b\": %s}], \"c\": %s}"
                        .formatted(values(one), values(other), values(beside)),
                refused);
    }

    private static void assertRefused(String policy, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> FilterPolicy.parse(policy, Scope.MESSAGE_BODY))
                    .hasMessage("Filter policy is too complex");
        } else {
            assertThat(catchThrowableOfType(
                            InvalidPatternException.class, () -> FilterPolicy.parse(policy, Scope.MESSAGE_BODY)))
                    .isNull();
        }
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
