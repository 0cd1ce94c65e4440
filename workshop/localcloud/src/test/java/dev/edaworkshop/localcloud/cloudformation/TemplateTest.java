package dev.edaworkshop.localcloud.cloudformation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Resources": {"A": 1,}}                                      | Template format error: JSON not well-formed. (line 1, column 23)
            {}                                                            | Template format error: At least one Resources member must be defined.
            {"Resources": {}}                                             | Template format error: At least one Resources member must be defined.
            {"Resources": {"A": {"Properties": {}}}}                      | Template format error: [/Resources/A] Every Resources object must contain a Type member.
            {"Resources": {"A": "AWS::SNS::Topic"}}                       | Template format error: [/Resources/A] Every Resources member must be an object.
            {"Resources": {"A-b": {"Type": "T"}}}                         | Template format error: Resource name A-b is non alphanumeric.
            {"Resources": {"A": {"Type": "T", "DeletionPolicy": "Keep"}}} | Template format error: Unrecognized DeletionPolicy Keep for resource A
            {"Outputs": {"MyOutput": {"Value": null}}}                    | [/Outputs/MyOutput/Value] 'null' values are not allowed in templates
            {"Resources": {"A": {"Properties": {"B": [1, null]}}}}        | [/Resources/A/Properties/B/1] 'null' values are not allowed in templates
            {"Resource": {}, "Bucket": 1}                                 | Invalid template property or properties [Resource, Bucket]
            {"Parameters": {"P": {}}, "Resources": {"A": {"Type": "T"}}}  | Template format error: [/Parameters/P] Every Parameters object must contain a Type member.
            {"Outputs": {"O": {}}, "Resources": {"A": {"Type": "T"}}}     | Template format error: [/Outputs/O] Every Outputs member must contain a Value object
            Resources: {}                                                 | Template format error: At least one Resources member must be defined.
            Resources: {                                                  | Template format error: YAML not well-formed. (line 1, column 13)
            """)
    void what_is_no_template_is_refused_in_the_words_of_AWS(String template, String message) {
        assertThatThrownBy(() -> Template.parse(template))
                .isInstanceOf(CloudFormationException.class)
                .hasMessage(message);
    }

    @Test
    void a_resource_has_all_its_attributes() {
        Template template = Template.parse("""
                {"Resources": {"Inventory": {
                  "Type": "AWS::SQS::Queue",
                  "Properties": {"VisibilityTimeout": 30},
                  "DependsOn": "Policy",
                  "Condition": "IsProd",
                  "DeletionPolicy": "RetainExceptOnCreate",
                  "UpdateReplacePolicy": "Retain",
                  "Metadata": {"aws:cdk:path": "Shop/Inventory"},
                  "UpdatePolicy": {}
                }}}""");

        Resource inventory = requireNonNull(template.resources().get("Inventory"));
        assertThat(inventory.type()).isEqualTo("AWS::SQS::Queue");
        assertThat(inventory.properties()).hasToString("{\"VisibilityTimeout\":30}");
        assertThat(inventory.dependsOn()).containsExactly("Policy");
        assertThat(inventory.condition()).contains("IsProd");
        assertThat(inventory.deletionPolicy()).isEqualTo(DeletionPolicy.RETAIN_EXCEPT_ON_CREATE);
        assertThat(inventory.updateReplacePolicy()).isEqualTo(DeletionPolicy.RETAIN);
        assertThat(inventory.metadata().path("aws:cdk:path").asText()).isEqualTo("Shop/Inventory");
        assertThat(inventory.otherAttributes()).containsExactly("UpdatePolicy");
    }

    @Test
    void a_loop_is_written_out() {
        Template template = Template.parse("""
                {
                  "Transform": "AWS::LanguageExtensions",
                  "Resources": {
                    "Fn::ForEach::Queues": ["Name", ["In", "O-ut"], {
                      "Queue&{Name}": {"Type": "AWS::SQS::Queue", "Properties": {
                        "QueueName": {"Ref": "Name"}, "Text": {"Fn::Sub": "${Name} of ${AWS::StackName}"}
                      }}
                    }]
                  }
                }""");

        assertThat(template.resources()).containsOnlyKeys("QueueIn", "QueueOut");
        assertThat(requireNonNull(template.resources().get("QueueOut")).properties())
                .hasToString("{\"QueueName\":\"O-ut\",\"Text\":{\"Fn::Sub\":\"O-ut of ${AWS::StackName}\"}}");
    }

    @Test
    void a_loop_needs_the_macro() {
        assertThatThrownBy(() -> Template.parse("""
                {"Resources": {"Fn::ForEach::Queues": ["Name", ["In"], {"Q${Name}": {"Type": "AWS::SQS::Queue"}}]}}"""))
                .hasMessage("Fn::ForEach needs \"Transform\": \"AWS::LanguageExtensions\" in the template.");
    }

    @Test
    void a_loop_over_anything_but_a_literal_list_is_refused() {
        assertThatThrownBy(() -> Template.parse("""
                {"Transform": "AWS::LanguageExtensions", "Resources": {
                  "Fn::ForEach::Queues": ["Name", {"Ref": "Names"}, {"Q${Name}": {"Type": "AWS::SQS::Queue"}}]
                }}"""))
                .hasMessageStartingWith("Fn::ForEach::Queues needs an identifier, a literal list of values");
    }
}
