package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
    private static final Environment ENVIRONMENT = new Environment("000000000000", "us-east-1");
    private static final String TEMPLATE = """
            {
              "Transform": "AWS::LanguageExtensions",
              "Parameters": {
                "Stage": {"Type": "String", "Default": "dev"},
                "Zones": {"Type": "CommaDelimitedList", "Default": "a, b,c"},
                "BootstrapVersion": {
                  "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version"
                }
              },
              "Mappings": {"Sizes": {"dev": {"Memory": "512", "Names": ["x", "y"]}}},
              "Conditions": {
                "IsDev": {"Fn::Equals": [{"Ref": "Stage"}, "dev"]},
                "IsProd": {"Fn::Not": [{"Condition": "IsDev"}]},
                "InUs": {"Fn::Or": [{"Condition": "IsProd"}, {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}]},
                "Both": {"Fn::And": [{"Condition": "IsDev"}, {"Condition": "IsProd"}]}
              },
              "Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}
            }""";
    private static final DeployedResource TOPIC =
            new DeployedResource("arn:aws:sns:us-east-1:000000000000:t", Map.of("TopicName", "t"));

    private final Intrinsics intrinsics = new Intrinsics(
            Scope.of(Template.parse(TEMPLATE), StackRequest.of("Shop", TEMPLATE), ENVIRONMENT, new Exports(List::of))
                    .with(id -> Optional.of(TOPIC).filter(topic -> id.equals("Topic"))));

    @ParameterizedTest(name = "{0} yields {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Ref": "Stage"}                                                      | "dev"
            {"Ref": "Zones"}                                                      | ["a", "b", "c"]
            {"Ref": "BootstrapVersion"}                                           | "30"
            {"Ref": "Topic"}                                                      | "arn:aws:sns:us-east-1:000000000000:t"
            {"Ref": "AWS::AccountId"}                                             | "000000000000"
            {"Ref": "AWS::Region"}                                                | "us-east-1"
            {"Ref": "AWS::Partition"}                                             | "aws"
            {"Ref": "AWS::URLSuffix"}                                             | "amazonaws.com"
            {"Ref": "AWS::StackName"}                                             | "Shop"
            {"Ref": "AWS::NotificationARNs"}                                      | []
            {"a": {"Ref": "AWS::NoValue"}, "b": 1}                                | {"b": 1}
            ["a", {"Ref": "AWS::NoValue"}]                                        | ["a"]
            {"Fn::GetAtt": ["Topic", "TopicName"]}                                | "t"
            {"Fn::GetAtt": "Topic.TopicName"}                                     | "t"
            {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":x"]]}         | "arn:aws:x"
            {"Fn::Join": ["-", {"Ref": "Zones"}]}                                 | "a-b-c"
            {"Fn::Join": ["-", [1, true, {"Ref": "AWS::NoValue"}]]}               | "1-true"
            {"Fn::Sub": "${Stage}-${AWS::Region}-${Topic.TopicName}"}             | "dev-us-east-1-t"
            {"Fn::Sub": "${!Stage} costs $5 or {6}"}                              | "${Stage} costs $5 or {6}"
            {"Fn::Sub": ["${A}/${Stage}", {"A": {"Ref": "Topic"}}]}               | "arn:aws:sns:us-east-1:000000000000:t/dev"
            {"Fn::Sub": ["${A.b}", {"A.b": "own"}]}                               | "own"
            {"Fn::Select": [1, {"Ref": "Zones"}]}                                 | "b"
            {"Fn::Select": ["0", ["x", "y"]]}                                     | "x"
            {"Fn::Split": ["/", "a/b//"]}                                         | ["a", "b", "", ""]
            {"Fn::Select": [3, {"Fn::Split": [":", {"Ref": "Topic"}]}]}           | "us-east-1"
            {"Fn::If": ["IsDev", "small", "large"]}                               | "small"
            {"Fn::If": ["IsProd", "large", {"Fn::If": ["InUs", "us", "eu"]}]}     | "us"
            {"a": {"Fn::If": ["Both", 1, {"Ref": "AWS::NoValue"}]}}               | {}
            {"Fn::FindInMap": ["Sizes", {"Ref": "Stage"}, "Memory"]}              | "512"
            {"Fn::FindInMap": ["Sizes", "dev", "Names"]}                          | ["x", "y"]
            {"Fn::FindInMap": ["Sizes", "no", "Memory", {"DefaultValue": "1"}]}   | "1"
            {"Fn::GetAZs": ""}                                                    | ["us-east-1a", "us-east-1b", "us-east-1c"]
            {"Fn::GetAZs": {"Ref": "AWS::Region"}}                                | ["us-east-1a", "us-east-1b", "us-east-1c"]
            {"Fn::Base64": "grüß"}                                                | "Z3LDvMOf"
            {"Fn::Cidr": ["10.1.2.3/16", 2, 8]}                                   | ["10.1.0.0/24", "10.1.1.0/24"]
            {"Fn::Cidr": ["10.1.0.0/24", "3", "5"]}                               | ["10.1.0.0/27", "10.1.0.32/27", "10.1.0.64/27"]
            {"Fn::Length": {"Ref": "Zones"}}                                      | 3
            {"Fn::ToJsonString": {"a": [1, {"Ref": "Stage"}]}}                    | "{\\"a\\":[1,\\"dev\\"]}"
            {"Condition": {"ArnEquals": {"aws:SourceArn": {"Ref": "Topic"}}}}     | {"Condition": {"ArnEquals": {"aws:SourceArn": "arn:aws:sns:us-east-1:000000000000:t"}}}
            """)
    void functions_yield_what_they_yield_in_AWS(String call, String result) throws JsonProcessingException {
        JsonNode resolved = intrinsics.resolve(Json.read(call));

        assertThat(resolved).isEqualTo(Json.read(result));
    }

    @ParameterizedTest(name = "{0} is refused")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Fn::GetAtt": ["Topic"]}               | Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute
            {"Fn::GetAtt": ["Topic", ""]}           | Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute
            {"Fn::GetAtt": "Topic"}                 | Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute
            {"Fn::GetAtt": ["Topic", "Colour"]}     | Template error: resource Topic does not support attribute type Colour in Fn::GetAtt
            {"Fn::Select": ["x", ["a"]]}            | Template error: Fn::Select requires a list argument with two elements: an integer index and a list
            {"Fn::Select": [1, "a"]}                | Template error: Fn::Select requires a list argument with two elements: an integer index and a list
            {"Fn::Select": [1, ["a"]]}              | Template error: Fn::Select  cannot select nonexistent value at index 1
            {"Fn::FindInMap": ["Sizes", "A", "B"]}  | Template error: Unable to get mapping for Sizes::A::B
            {"Fn::FindInMap": ["Sizes", "A"]}       | Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value
            {"Fn::Join": ["-", "a"]}                | Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.
            {"Fn::Split": ["a/b"]}                  | Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.
            {"Fn::ImportValue": "nobody"}           | No export named nobody found.
            {"Fn::Sub": "${Zones}"}                 | Template error: variable Zones in Fn::Sub expression is not a text
            {"Fn::Cidr": ["10.0.0.0/24", 3, 7]}     | Template error: Fn::Cidr cannot make 3 blocks of 7 host bits from a block of /24
            {"Fn::Cidr": ["fd00::/8", 1, 8]}        | Template error: Fn::Cidr needs an IPv4 address block such as 10.0.0.0/16, was fd00::/8
            {"Ref": "Nothing"}                      | Template format error: Unresolved resource dependencies [Nothing] in the Resources block of the template
            """)
    void a_function_that_cannot_be_applied_says_so_in_the_words_of_AWS(String call, String message)
            throws JsonProcessingException {
        JsonNode node = Json.read(call);

        assertThatThrownBy(() -> intrinsics.resolve(node))
                .isInstanceOf(CloudFormationException.class)
                .hasMessage(message);
    }

    @Test
    void the_stack_id_is_an_arn_that_does_not_depend_on_when_and_where_it_is_deployed() {
        JsonNode id = intrinsics.resolve(Json.object("{\"Ref\": \"AWS::StackId\"}"));

        assertThat(id.asText())
                .isEqualTo(Stack.id(ENVIRONMENT, "Shop"))
                .matches("arn:aws:cloudformation:us-east-1:000000000000:stack/Shop/[0-9a-f-]{36}");
    }
}
