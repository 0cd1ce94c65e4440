package dev.edaworkshop.localcloud.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.delivery.Delivery.Attribute;
import dev.edaworkshop.localcloud.patterns.FilterPolicy.Scope;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotTest {

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"detail": {"category": ["toys"]}} | {"detail": {"data": {"category": "toys"}}} | `detail.category` is absent; did you mean `detail.data.category`?
            {"category": ["toys"]}             | {"detail": {"category": "toys"}}           | `category` is absent; did you mean `detail.category`?
            {"detail": {"sku": ["T-1"]}}       | {"detail": {"SKU": "T-1"}}                 | `detail.sku` is absent; did you mean `detail.SKU`?
            {"detail": {"category": ["toys"]}} | {"detail": {"catgory": "toys"}}            | `detail.category` is absent; did you mean `detail.catgory`?
            {"region": ["EU"]}                 | {"source": "shop"}                         | `region` is absent; wanted is "EU"
            {"region": [{"anything-but": "EU"}]} | {"source": "shop"}                       | `region` is absent: what is absent does not match, not even with anything-but
            {"k": ["toys"]}                    | {"k": "Toys"}                              | `k` is "Toys"; matching is case-sensitive: wanted is "toys"
            {"k": ["toys"]}                    | {"k": " toys"}                             | `k` is " toys"; white space counts: wanted is "toys"
            {"k": ["TOY-*"]}                   | {"k": "TOY-1"}                             | `k` is "TOY-1"; "TOY-*" was compared literally
            {"k": ["toys", "games"]}           | {"k": "books"}                             | `k` is "books"; wanted is "toys" or "games"
            {"k": [150]}                       | {"k": "150"}                               | `k` is "150", which is text; 150 is a number
            {"k": ["150"]}                     | {"k": 150}                                 | `k` is 150, which is a number; "150" is text
            {"k": [{"numeric": [">=", 100]}]}  | {"k": "150"}                               | `k` is "150", which is text; numeric needs 150
            {"k": [{"numeric": ["<", 500]}]}   | {"k": 500}                                 | `k` is 500; 500 is not < 500
            {"k": [{"numeric": [">", 0, "<=", 5]}]} | {"k": 6}                              | `k` is 6; 6 is not <= 5
            {"k": [{"prefix": "TOY-"}]}        | {"k": "toy-1"}                             | `k` is "toy-1"; matching is case-sensitive: wanted is text that begins with "TOY-"
            {"k": [{"suffix": ".png"}]}        | {"k": "a.jpg"}                             | `k` is "a.jpg"; wanted is text that ends with ".png"
            {"k": [{"wildcard": "a*z"}]}       | {"k": "AZ"}                                | `k` is "AZ"; matching is case-sensitive: wanted is text like "a*z"
            {"k": [{"anything-but": ["a", "b"]}]} | {"k": "a"}                              | `k` is "a", which anything-but excludes
            {"k": [{"anything-but": ["a", "b"]}]} | {"k": ["a", "b"]}                       | `k` has only values that anything-but excludes: "a", "b"
            {"k": ["c"]}                       | {"k": ["a", "b"]}                          | `k` has the values "a", "b"; wanted is "c"
            {"k": [{"exists": false}]}         | {"k": 1}                                   | `k` is there (1), and is wanted absent
            {"k": [{"exists": true}]}          | {"k": {"j": 1}}                            | `k` is an object, and a pattern looks at its fields only; wanted is any value
            {"k": [{"exists": true}]}          | {"k": []}                                  | `k` is an empty array, which counts as absent; wanted is any value
            {"detail": {"k": ["a"]}}           | {"detail": "{}"}                           | `detail.k` is absent: `detail` is a value, not an object
            {"k": [{"cidr": "10.0.0.0/24"}]}   | {"k": "10.0.1.0"}                          | `k` is "10.0.1.0"; wanted is an address in 10.0.0.0/24
            {"l": {"a": [1], "b": [2]}}        | {"l": [{"a": 1}, {"b": 2}]}                | `l.a` and `l.b` match one by one, but not in the same element of the array
            {"$or": [{"a": [1], "b": [2]}, {"c": [3]}], "s": ["x"]} | {"a": 1, "b": 3, "s": "x"} | none of the 2 alternatives of $or matches; in the nearest `b` is 3; wanted is 2
            {"s": ["x"], "k": ["toys"]}        | {"s": "x", "k": "books"}                   | `k` is "books"; wanted is "toys"
            """)
    void names_the_first_field_that_failed(String pattern, String event, String sentence) throws Exception {
        assertThat(EventPattern.parse(pattern).whyNot(event)).contains(sentence);
    }

    @Test
    void says_nothing_of_an_event_that_matches() throws Exception {
        assertThat(EventPattern.parse("{\"k\": [1]}").whyNot("{\"k\": 1}")).isEmpty();
    }

    /** "Toy-1" contains an o and does not end with toy; event-ruler 2.1.0 lets it through all the same. */
    @Test
    void agrees_with_the_engine_where_the_engine_errs() throws Exception {
        String mixture = """
                {"a": [{"anything-but": {"wildcard": "*o*"}}, {"suffix": {"equals-ignore-case": "tOy"}}]}""";

        assertThat(EventPattern.parse(mixture).whyNot("{\"a\": \"Toy-1\"}")).isEmpty();
    }

    @Test
    void tells_its_parts() throws Exception {
        Mismatch mismatch = EventPattern.parse("{\"detail\": {\"k\": [\"a\"]}}")
                .mismatch("{\"detail\": {\"K\": \"a\"}}")
                .orElseThrow();

        assertThat(mismatch)
                .isEqualTo(new Mismatch(
                        "detail.k",
                        "\"a\"",
                        Optional.empty(),
                        Optional.of("detail.K"),
                        "`detail.k` is absent; did you mean `detail.K`?"))
                .hasToString("`detail.k` is absent; did you mean `detail.K`?");
    }

    @ParameterizedTest(name = "{0} on {1} {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"k": [{"numeric": [">", 1]}]}   | String       | 150   | `k` has type String; numeric needs Number
            {"k": ["150"]}                   | Number       | 150   | `k` is 150, which is a number; "150" is text
            {"k": ["a"]}                     | Binary       | YQ==  | `k` has type Binary, which a filter policy does not look at
            {"k": ["a"]}                     | String.Array | a, b  | `k` has type String.Array, but its value is none: "a, b"
            {"region": [{"anything-but": "EU"}]} | String   | x     | `region` is absent: no attribute, no match, not even with anything-but
            {"inBody": ["x"]}                | String       | x     | there is no attribute `inBody`; the body has it, but the policy looks at attributes
            {"K": ["a"]}                     | String       | a     | `K` is absent; did you mean `k`?
            """)
    void speaks_of_attributes(String policy, String type, String value, String sentence) throws Exception {
        FilterPolicy filter = FilterPolicy.parse(policy, Scope.MESSAGE_ATTRIBUTES);

        assertThat(filter.whyNot(Map.of("k", new Attribute(type, value)), "{\"inBody\": \"x\"}"))
                .contains(sentence);
    }

    @Test
    void says_that_a_message_has_no_attributes() throws Exception {
        FilterPolicy filter = FilterPolicy.parse("{\"category\": [\"toys\"]}", Scope.MESSAGE_ATTRIBUTES);

        assertThat(filter.whyNot(Map.of(), "{\"category\": \"toys\"}"))
                .contains("the policy looks at attributes; this message has none (the body has `category`)");
        assertThat(filter.whyNot(Map.of(), "toys")).contains("the policy looks at attributes; this message has none");
    }

    @Test
    void speaks_of_the_body() throws Exception {
        FilterPolicy filter = FilterPolicy.parse("{\"category\": [\"toys\"]}", Scope.MESSAGE_BODY);

        assertThat(filter.whyNot(Map.of("category", new Attribute("String", "toys")), "{}"))
                .contains("`category` is absent in the body; the policy does not look at the attribute of that name");
        assertThat(filter.whyNot(Map.of(), "toys")).contains("the policy looks at the body, which is no JSON object");
    }
}
