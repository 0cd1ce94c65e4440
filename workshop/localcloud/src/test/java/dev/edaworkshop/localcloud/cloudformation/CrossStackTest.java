package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrossStackTest {
    private static final String TOPICS = """
            {
              "Resources": {"Topic": {"Type": "AWS::Test::Thing"}},
              "Outputs": {
                "Weak": {"Value": {"Ref": "Topic"}},
                "Strong": {"Value": {"Ref": "Topic"}, "Export": {"Name": {"Fn::Sub": "${AWS::StackName}:Topic"}}}
              }
            }""";
    private static final String CONSUMERS = """
            {"Resources": {"Consumer": {"Type": "AWS::Test::Thing", "Properties": {
              "Colour": {"Fn::ImportValue": {"Fn::Sub": "Topics:Topic"}}
            }}}}""";

    private final FakeDeployer things = new FakeDeployer();
    private final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1"), InstantSource.fixed(Instant.EPOCH), List.of(things));

    @BeforeEach
    void deployTopics() {
        stacks.deploy(StackRequest.of("Topics", TOPICS));
    }

    @Test
    void a_stack_imports_what_another_exports() {
        stacks.deploy(StackRequest.of("Consumers", CONSUMERS));

        assertThat(things.calls).endsWith("create Consumer " + topic());
    }

    @Test
    void a_stack_reads_any_output_of_another() {
        stacks.deploy(StackRequest.of("Consumers", """
                {"Resources": {"Consumer": {"Type": "AWS::Test::Thing", "Properties": {"Colour": {
                  "Fn::GetStackOutput": {
                    "StackName": "Topics", "OutputName": "Weak", "Region": {"Ref": "AWS::Region"}
                  }
                }}}}}"""));

        assertThat(things.calls).endsWith("create Consumer " + topic());
    }

    @Test
    void an_export_in_use_cannot_be_taken_away_or_changed() {
        stacks.deploy(StackRequest.of("Consumers", CONSUMERS));

        assertThatThrownBy(() -> stacks.delete("Topics"))
                .hasMessage("Export Topics:Topic cannot be deleted as it is in use by Consumers.");
        assertThatThrownBy(() -> stacks.deploy(
                        StackRequest.of("Topics", "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::Test::Thing\"}}}")))
                .hasMessage("Export Topics:Topic cannot be deleted as it is in use by Consumers.");
        String topic = topic();
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of(
                        "Topics",
                        TOPICS.replace(
                                "\"AWS::Test::Thing\"", "\"AWS::Test::Thing\", \"Properties\": {\"Name\": \"t\"}"))))
                .hasMessage("""
                        Stack Topics was not updated; it is as it was before (UPDATE_ROLLBACK_COMPLETE).
                          Export Topics:Topic cannot be updated as it is in use by Consumers.""");
        assertThat(topic()).isEqualTo(topic);
    }

    @Test
    void an_export_out_of_use_may_go() {
        stacks.deploy(StackRequest.of("Consumers", CONSUMERS));
        stacks.delete("Consumers");

        stacks.delete("Topics");

        assertThat(things.existing).isEmpty();
    }

    @Test
    void two_stacks_cannot_export_the_same_name() {
        String rival = TOPICS.replace("${AWS::StackName}", "Topics");

        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Rival", rival)))
                .hasMessage("Export with name Topics:Topic is already exported by stack Topics.");
        assertThat(stacks.stack("Rival")).isEmpty();
    }

    private String topic() {
        return stacks.stack("Topics").flatMap(stack -> stack.output("Strong")).orElseThrow();
    }
}
