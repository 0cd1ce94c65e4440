package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {
    private final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1"),
            InstantSource.fixed(Instant.EPOCH),
            List.of(new FakeDeployer()));

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Type": "Number"}                                      | ten  | Parameter 'P' must be a number
            {"Type": "Number", "MinValue": 5}                       | 4    | Parameter 'P' must be a number not less than 5
            {"Type": "Number", "MaxValue": 5}                       | 6    | Parameter 'P' must be a number not greater than 5
            {"Type": "List<Number>"}                                | 1,b  | Parameter 'P' must be a number
            {"Type": "String", "AllowedValues": ["a", "b"]}         | c    | Parameter 'P' must be one of AllowedValues
            {"Type": "String", "AllowedPattern": "[a-z]+"}          | A    | Parameter 'P' must match pattern [a-z]+
            {"Type": "String", "MinLength": 2}                      | a    | Parameter 'P' must contain at least 2 characters
            {"Type": "String", "MaxLength": 2}                      | abc  | Parameter 'P' must contain at most 2 characters
            {"Type": "String", "MaxLength": 2, "ConstraintDescription": "be short"} | abc | Parameter 'P' failed to satisfy constraint: be short
            {"Type": "AWS::SSM::Parameter::Value<String>"}          | /a/b | Unable to fetch parameters [/a/b] from parameter store for this account.
            """)
    void a_value_that_breaks_a_constraint_is_refused(String declaration, String value, String message) {
        StackRequest request = requestWith(declaration).withParameters(Map.of("P", value));

        assertThatThrownBy(() -> stacks.deploy(request)).hasMessage(message);
        assertThat(stacks.stacks()).isEmpty();
    }

    @Test
    void values_must_be_given_for_parameters_without_default_and_for_no_others() {
        StackRequest request = requestWith("{\"Type\": \"String\"}");

        assertThatThrownBy(() -> stacks.deploy(request)).hasMessage("Parameters: [P] must have values");
        assertThatThrownBy(() -> stacks.deploy(request.withParameters(Map.of("P", "x", "Q", "y"))))
                .hasMessage("Parameters: [Q] do not exist in the template");
    }

    @Test
    void a_given_value_wins_over_the_default() {
        stacks.deploy(requestWith("{\"Type\": \"String\", \"Default\": \"a\"}").withParameters(Map.of("P", "b")));

        assertThat(stacks.stack("Shop").flatMap(stack -> stack.output("Value"))).contains("b");
    }

    private static StackRequest requestWith(String declaration) {
        return StackRequest.of("Shop", """
                {
                  "Parameters": {"P": %s},
                  "Resources": {"Inventory": {"Type": "AWS::Test::Thing"}},
                  "Outputs": {"Value": {"Value": {"Ref": "P"}}}
                }""".formatted(declaration));
    }
}
