package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCheckTest {
    private final FakeDeployer things = new FakeDeployer();
    private final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1"),
            InstantSource.fixed(Instant.EPOCH),
            List.of(things, RecordedDeployer.of("AWS::Test::Alarm", "nobody listens here")));

    @Test
    void an_unknown_type_is_refused_by_name_before_anything_is_created() {
        StackRequest request = StackRequest.of("Shop", """
                {"Resources": {
                  "Good": {"Type": "AWS::Test::Thing"},
                  "Bad": {"Type": "AWS::Test::Spaceship", "Properties": {"Speed": 9}}
                }}""");

        assertThatThrownBy(() -> stacks.deploy(request))
                .isInstanceOf(UnsupportedTemplateException.class)
                .hasMessage("""
                        Stack Shop cannot be deployed to the local cloud; nothing was created or changed. The problem:
                          1. Resource Bad has type AWS::Test::Spaceship, which the local cloud cannot deploy; \
                        of this service it deploys AWS::Test::Alarm, AWS::Test::Thing.
                        docs/local-cloud.md lists the 3 types that it deploys.
                        Correct or remove what is named, or deploy this stack to an AWS account.""");
        assertThat(things.calls).isEmpty();
        assertThat(stacks.stacks()).isEmpty();
    }

    @Test
    void all_problems_are_reported_at_once() {
        List<String> problems = problems("""
                {
                  "Resources": {
                    "A": {"Type": "AWS::Test::Spaceship"},
                    "B": {"Type": "AWS::Test::Thing", "Properties": {"Colour": {"Ref": "Nobody"}, "Weight": 3}},
                    "C": {"Type": "AWS::Test::Thing", "UpdatePolicy": {}, "DeletionPolicy": "Snapshot"},
                    "D": {"Type": "AWS::Test::Thing", "Properties": {"Colour": {"Fn::Fold": "x"}}}
                  },
                  "Outputs": {"Url": {"Value": {"Fn::GetAtt": ["B", "Url"]}}}
                }""");

        assertThat(problems)
                .hasSize(7)
                .anyMatch(problem -> problem.startsWith("Resource A has type AWS::Test::Spaceship"))
                .contains("Resource B (AWS::Test::Thing): property Weight is not supported by the local cloud."
                        + " Supported: Alarm, Box.Label, Box.Size, Colour, Links, Name, Policy, Tags.")
                .contains(
                        "Template format error: Unresolved resource dependencies [Nobody] in the Resources block of the"
                                + " template\n     /Resources/B/Properties/Colour refers to Nobody")
                .contains("Resource C (AWS::Test::Thing): the local cloud does not support UpdatePolicy of a resource.")
                .contains("Resource C (AWS::Test::Thing): the local cloud takes no snapshots; use Delete or Retain.")
                .anyMatch(problem -> problem.startsWith("[/Resources/D/Properties/Colour] Fn::Fold is no function that"
                        + " the local cloud knows. It knows: Fn::And, Fn::Base64, "))
                .contains("[/Outputs/Url] Template error: resource B does not support attribute type Url in Fn::GetAtt."
                        + " AWS::Test::Thing has: Arn, Stream.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Box": {"Size": 1}}                                            | none
            {"Box": {"Size": {"Width": 1}}}                                 | none
            {"Box": [{"Size": 1}, {"Size": 2}]}                             | none
            {"Box": {"Size": 1, "Colour": "red"}}                           | property Box.Colour is not
            {"Box": [{"Size": 1}, {"Colour": "red"}]}                       | property Box.Colour is not
            {"Weight": 1, "Height": 1}                                      | properties Weight, Height are not
            {"Weight": {"Ref": "AWS::NoValue"}}                             | none
            {"Weight": {"Fn::If": ["Never", 1, {"Ref": "AWS::NoValue"}]}}   | none
            {"Box": {"Fn::If": ["Never", {"Size": 1}, {"Colour": "red"}]}}  | property Box.Colour is not
            {"Policy": {"Statement": [{"Anything": 1}]}}                    | none
            {"Alarm": {"Anything": 1}}                                      | none
            {"Box": {"Label": "fragile"}}                                   | none
            {"Box": {"Ref": "AWS::StackName"}}                              | none
            """)
    void properties_are_compared_with_what_the_deployer_declares(String properties, String problem) {
        String template = """
                {
                  "Conditions": {"Never": {"Fn::Equals": ["a", "b"]}},
                  "Resources": {"A": {"Type": "AWS::Test::Thing", "Properties": %s}}
                }""".formatted(properties);

        if (problem.equals("none")) {
            assertThat(stacks.deploy(StackRequest.of("Shop", template)).created())
                    .containsExactly("A");
        } else {
            assertThat(problems(template)).singleElement().asString().contains(problem);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Fn::GetAtt": ["Other"]}                             | [/Resources/A/Properties/Colour] Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute
            {"Fn::Select": ["x", ["a"]]}                          | [/Resources/A/Properties/Colour] Template error: Fn::Select requires a list argument with two elements: an integer index and a list
            {"Fn::FindInMap": ["M", "A", "B"]}                    | [/Resources/A/Properties/Colour] Template error: Unable to get mapping for M::A::B
            {"Fn::If": ["C", 1, 2]}                               | [/Resources/A/Properties/Colour] Template error: unresolved condition dependency C in Fn::If
            {"Fn::Equals": [1, 2]}                                | [/Resources/A/Properties/Colour] Fn::Equals is for the Conditions block only; use Fn::If here.
            {"Fn::Length": [1, 2]}                                | [/Resources/A/Properties/Colour] Fn::Length needs "Transform": "AWS::LanguageExtensions" in the template.
            {"Fn::ImportValue": "x"}                              | [/Resources/A/Properties/Colour] No export named x found.
            {"Fn::GetStackOutput": {"StackName": "Topics", "OutputName": "Arn"}} | [/Resources/A/Properties/Colour] Fn::GetStackOutput finds no output Arn of a stack Topics. Deploy that stack first.
            {"Fn::GetStackOutput": {"StackName": "T", "OutputName": "A", "Region": "eu-west-1"}} | [/Resources/A/Properties/Colour] Fn::GetStackOutput asks for region eu-west-1, and the local cloud has us-east-1 only.
            "{{resolve:ssm:/shop/colour}}"                        | [/Resources/A/Properties/Colour] The dynamic reference {{resolve:ssm:/shop/colour}} cannot be resolved: the local cloud has neither Parameter Store nor Secrets Manager.
            {"Fn::Join": ["", ["{{resolve:secretsmanager:", {"Ref": "Other"}, ":SecretString}}"]]} | [/Resources/A/Properties/Colour] The dynamic reference {{resolve:secretsmanager: cannot be resolved: the local cloud has neither Parameter Store nor Secrets Manager.
            {"Fn::Sub": "${Other.Url}"}                           | [/Resources/A/Properties/Colour] Template error: resource Other does not support attribute type Url in Fn::GetAtt. AWS::Test::Thing has: Arn, Stream.
            {"Fn::Sub": "x", "Other": 1}                          | [/Resources/A/Properties/Colour] Fn::Sub must be the only member of its object.
            {"Ref": ["Other"]}                                    | [/Resources/A/Properties/Colour] Template format error: every Ref object must have a single String value.
            """)
    void a_function_that_cannot_work_is_found_before_anything_is_created(String value, String problem) {
        assertThat(problems("""
                {"Resources": {
                  "A": {"Type": "AWS::Test::Thing", "Properties": {"Colour": %s}},
                  "Other": {"Type": "AWS::Test::Thing"}
                }}""".formatted(value))).containsExactly(problem);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"C": {"Fn::Equals": [{"Ref": "A"}, 1]}}                         | Template format error: Unresolved dependencies [A]. Cannot reference resources in the Conditions block of the template
            {"C": {"Fn::Not": [{"Condition": "D"}]}}                         | [/Conditions/C] Template format error: Unresolved condition dependency D
            {"C": {"Fn::Not": [{"Condition": "C"}]}}                         | [/Conditions/C] Circular dependency between conditions: [C]
            {"C": {"Fn::And": [{"Fn::Equals": [1, 1]}]}}                     | [/Conditions/C] Template error: every Fn::And object requires a list of at least 2 and at most 10 boolean parameters.
            {"C": {"Fn::Not": ["perhaps"]}}                                  | [/Conditions/C] Template error: "perhaps" is neither true nor false
            {"D": {"Fn::Equals": [1, 1]}}                                    | [/Resources/A] Condition C is not defined in the template.
            """)
    void a_condition_that_cannot_be_decided_is_found_before_anything_is_created(String conditions, String problem) {
        assertThat(problems("""
                {"Conditions": %s, "Resources": {"A": {"Type": "AWS::Test::Thing", "Condition": "C"}}}""".formatted(conditions))).containsExactly(problem);
    }

    @Test
    void references_to_nothing_are_listed_by_block() {
        assertThat(problems("""
                {
                  "Resources": {"A": {"Type": "AWS::Test::Thing", "DependsOn": "X", "Properties": {
                    "Colour": {"Fn::Sub": "${Y}-${Z.Arn}-${AWS::Region}"}
                  }}},
                  "Outputs": {"O": {"Value": {"Ref": "MyTopic"}}}
                }""")).containsExactly("""
                        Template format error: Unresolved resource dependencies [Y, Z, X] in the Resources block of the template
                             /Resources/A/Properties/Colour refers to Y
                             /Resources/A/Properties/Colour refers to Z
                             /Resources/A/DependsOn refers to X""", """
                        Template format error: Unresolved resource dependencies [MyTopic] in the Outputs block of the template
                             /Outputs/O refers to MyTopic""");
    }

    @Test
    void a_resource_without_its_condition_cannot_be_referred_to_but_may_have_any_type() {
        assertThat(problems("""
                {
                  "Conditions": {"Never": {"Fn::Equals": ["a", "b"]}},
                  "Resources": {
                    "A": {"Type": "AWS::Test::Spaceship", "Condition": "Never"},
                    "B": {"Type": "AWS::Test::Thing", "DependsOn": "A", "Properties": {"Links": [
                      {"Fn::If": ["Never", {"Ref": "A"}, "none"]}, {"Ref": "A"}
                    ]}}
                  }
                }"""))
                .singleElement()
                .asString()
                .isEqualTo("Template format error: Unresolved resource dependencies [A] in the Resources block of the"
                        + " template\n     /Resources/B/Properties/Links/1 refers to A");
    }

    @Test
    void a_cycle_is_refused() {
        assertThat(problems("""
                {"Resources": {
                  "A": {"Type": "AWS::Test::Thing", "Properties": {"Links": [{"Ref": "B"}]}},
                  "B": {"Type": "AWS::Test::Thing", "DependsOn": ["A"]}
                }}""")).containsExactly("Circular dependency between resources: [A, B]");
    }

    @Test
    void an_unknown_macro_is_refused() {
        assertThat(problems("""
                {"Transform": "AWS::Serverless-2016-10-31", "Resources": {"A": {"Type": "AWS::Test::Thing"}}}"""))
                .containsExactly(
                        "[/Transform] The macro AWS::Serverless-2016-10-31 is not supported by the local cloud;"
                                + " the only one is AWS::LanguageExtensions.");
    }

    @Test
    void what_has_no_effect_is_named() {
        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "A": {"Type": "AWS::Test::Thing", "Properties": {"Alarm": {"Loud": true}}},
                  "B": {"Type": "AWS::Test::Alarm", "Properties": {"Threshold": 3}},
                  "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:"}}
                }}"""));

        assertThat(receipt.recorded())
                .extracting(Recorded::toString)
                .containsExactly(
                        "A (AWS::Test::Thing) Alarm: recorded, not emulated; nobody listens here",
                        "B (AWS::Test::Alarm): recorded, not emulated; nobody listens here",
                        "CDKMetadata (AWS::CDK::Metadata): recorded, not emulated;"
                                + " it tells AWS which constructs a stack uses");
    }

    private List<String> problems(String template) {
        UnsupportedTemplateException refusal = catchThrowableOfType(
                UnsupportedTemplateException.class, () -> stacks.deploy(StackRequest.of("Shop", template)));
        assertThat(refusal).as("the template is refused").isNotNull();
        assertThat(things.calls).as("nothing is created").isEmpty();
        return refusal.problems();
    }
}
