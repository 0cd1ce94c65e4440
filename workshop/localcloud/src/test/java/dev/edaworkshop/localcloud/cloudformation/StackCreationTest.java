package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackCreationTest {
    private static final String TEMPLATE = """
            {
              "Resources": {
                "Consumer": {"Type": "AWS::Test::Thing", "DependsOn": "Policy", "Properties": {
                  "Links": [{"Fn::GetAtt": ["Queue", "Arn"]}]
                }},
                "Queue": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "RED"}},
                "Policy": {"Type": "AWS::Test::Thing", "Properties": {"Colour": {"Fn::Sub": "${Queue}"}, "Policy": {
                  "Statement": [{"Effect": "Allow", "Condition": {"ArnEquals": {"aws:SourceArn": {"Ref": "Queue"}}}}]
                }}}
              },
              "Outputs": {
                "QueueName": {"Value": {"Ref": "Queue"}, "Description": "where orders wait"},
                "Number": {"Value": 3}
              }
            }""";
    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    private final FakeDeployer things = new FakeDeployer();
    private final Stacks stacks =
            new Stacks(new Environment("000000000000", "us-east-1"), InstantSource.fixed(NOW), List.of(things));

    @Test
    void resources_are_created_after_those_they_need_with_resolved_properties() {
        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", TEMPLATE));

        String queue = physicalId("Queue");
        assertThat(things.calls).containsExactly("create Queue RED", "create Policy " + queue, "create Consumer");
        assertThat(things.existing)
                .containsEntry(
                        physicalId("Consumer"), "{\"Links\":[\"arn:aws:test:us-east-1:000000000000:" + queue + "\"]}")
                .containsEntry(
                        physicalId("Policy"),
                        ("{\"Colour\":\"%s\",\"Policy\":{\"Statement\":[{\"Effect\":\"Allow\",\"Condition\":"
                                        + "{\"ArnEquals\":{\"aws:SourceArn\":\"%s\"}}}]}}")
                                .formatted(queue, queue));
        assertThat(receipt.created()).containsExactly("Queue", "Policy", "Consumer");
        assertThat(receipt.inWords()).isEqualTo("Shop: CREATE_COMPLETE, 3 created");
    }

    @Test
    void a_stack_tells_its_outputs_and_resources() {
        stacks.deploy(StackRequest.of("Shop", TEMPLATE));

        Stack shop = stacks.stack("Shop").orElseThrow();
        assertThat(shop.status()).isEqualTo(ResourceStatus.CREATE_COMPLETE);
        assertThat(shop.output("QueueName")).contains(physicalId("Queue"));
        assertThat(shop.output("Number")).contains("3");
        assertThat(shop.outputs())
                .extracting(StackOutput::key, StackOutput::description)
                .containsExactly(tuple("QueueName", "where orders wait"), tuple("Number", ""));
        assertThat(shop.resource("Queue").orElseThrow())
                .isEqualTo(new StackResource(
                        "Queue",
                        FakeDeployer.TYPE,
                        physicalId("Queue"),
                        Map.of("Arn", "arn:aws:test:us-east-1:000000000000:" + physicalId("Queue")),
                        ResourceStatus.CREATE_COMPLETE));
        assertThat(shop.resource("Nothing")).isEmpty();
    }

    @Test
    void every_step_is_an_event_and_the_listener_hears_it() {
        List<StackEvent> heard = new ArrayList<>();

        stacks.deploy(
                StackRequest.of("Shop", "{\"Resources\": {\"Queue\": {\"Type\": \"AWS::Test::Thing\"}}}"), heard::add);

        Stack shop = stacks.stack("Shop").orElseThrow();
        assertThat(shop.events()).isEqualTo(heard);
        assertThat(heard)
                .containsExactly(
                        stackEvent(shop, ResourceStatus.CREATE_IN_PROGRESS, "User Initiated"),
                        event("Queue", "", ResourceStatus.CREATE_IN_PROGRESS),
                        event("Queue", physicalId("Queue"), ResourceStatus.CREATE_COMPLETE),
                        stackEvent(shop, ResourceStatus.CREATE_COMPLETE, ""));
    }

    @Test
    void a_failure_deletes_what_was_created_in_reverse_order() {
        things.failOn("create Consumer");

        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", TEMPLATE)))
                .isInstanceOf(StackFailedException.class)
                .hasRootCauseMessage("no create Consumer")
                .hasMessage("""
                        Stack Shop was not created; what had been created is deleted again (ROLLBACK_COMPLETE).
                          Consumer (AWS::Test::Thing) CREATE_FAILED: no create Consumer""");

        assertThat(things.calls.subList(3, 5)).containsExactly("delete Shop-Policy", "delete Shop-Queue");
        assertThat(things.existing).isEmpty();
        Stack shop = stacks.stack("Shop").orElseThrow();
        assertThat(shop.status()).isEqualTo(ResourceStatus.ROLLBACK_COMPLETE);
        assertThat(shop.resources()).isEmpty();
        assertThat(shop.outputs()).isEmpty();
        assertThat(shop.events())
                .filteredOn(StackEvent::isAboutStack)
                .extracting(StackEvent::status, StackEvent::reason)
                .containsExactly(
                        tuple(ResourceStatus.CREATE_IN_PROGRESS, "User Initiated"),
                        tuple(
                                ResourceStatus.ROLLBACK_IN_PROGRESS,
                                "The following resource(s) failed to create: [Consumer]."
                                        + " Rollback requested by user."),
                        tuple(ResourceStatus.ROLLBACK_COMPLETE, ""));
    }

    @Test
    void a_stack_that_could_not_be_created_is_created_anew() {
        things.failOn("create Consumer");
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", TEMPLATE)));
        things.succeed();

        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", TEMPLATE));

        assertThat(receipt.inWords()).isEqualTo("Shop: CREATE_COMPLETE, 3 created");
    }

    @Test
    void what_cannot_be_rolled_back_stays_with_the_stack_until_it_can() {
        things.failOn("create Consumer");
        things.failOn("delete Shop-Queue");
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", TEMPLATE)))
                .hasMessageStartingWith("Stack Shop could not even be rolled back; delete it (ROLLBACK_FAILED).");
        assertThat(stacks.stack("Shop").orElseThrow().resources())
                .extracting(StackResource::logicalId, StackResource::status)
                .containsExactly(tuple("Queue", ResourceStatus.DELETE_FAILED));
        things.succeed();

        stacks.delete("Shop");

        assertThat(things.existing).isEmpty();
    }

    @Test
    void a_retained_resource_survives_the_rollback_unless_only_later_deletions_retain_it() {
        things.failOn("create Last");

        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Kept": {"Type": "AWS::Test::Thing", "DeletionPolicy": "Retain"},
                  "Gone": {"Type": "AWS::Test::Thing", "DeletionPolicy": "RetainExceptOnCreate"},
                  "Last": {"Type": "AWS::Test::Thing"}
                }}""")));

        assertThat(things.existing.keySet()).singleElement().asString().startsWith("Shop-Kept-");
        things.succeed();
        stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {"Kept": {"Type": "AWS::Test::Thing", "DeletionPolicy": "Retain"}}}"""));
        assertThat(things.existing).as("the new resource has a name of its own").hasSize(2);
    }

    @Test
    void an_attribute_that_does_not_exist_fails_the_resource_that_needs_it() {
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "A": {"Type": "AWS::Test::Thing"},
                  "B": {"Type": "AWS::Test::Thing", "Properties": {"Colour": {"Fn::GetAtt": ["A", "Stream"]}}}
                }}""")))
                .hasMessageContaining("B (AWS::Test::Thing) CREATE_FAILED: Template error: resource A does not support"
                        + " attribute type Stream in Fn::GetAtt");
    }

    @Test
    void an_output_that_is_no_text_rolls_the_stack_back() {
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", """
                {
                  "Resources": {"A": {"Type": "AWS::Test::Thing"}},
                  "Outputs": {"Zones": {"Value": {"Fn::GetAZs": ""}}}
                }"""))).hasMessage("""
                        Stack Shop was not created; what had been created is deleted again (ROLLBACK_COMPLETE).
                          Template format error: Output Zones is malformed. The Value field of every Outputs member must\
                         evaluate to a String.""");
        assertThat(things.existing).isEmpty();
    }

    @Test
    void conditions_decide_what_is_created() {
        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", """
                {
                  "Parameters": {"Stage": {"Type": "String"}},
                  "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}},
                  "Resources": {
                    "A": {"Type": "AWS::Test::Thing", "DependsOn": "B", "Properties": {
                      "Colour": {"Fn::If": ["IsProd", {"Ref": "B"}, "none"]}
                    }},
                    "B": {"Type": "AWS::Test::Thing", "Condition": "IsProd"}
                  },
                  "Outputs": {"B": {"Condition": "IsProd", "Value": {"Ref": "B"}}}
                }""").withParameters(Map.of("Stage", "dev")));

        assertThat(things.calls).containsExactly("create A none");
        assertThat(receipt.outputs()).isEmpty();
    }

    @Test
    void two_accounts_get_the_same_names() {
        Stacks others = new Stacks(
                new Environment("000000000000", "us-east-1"), InstantSource.system(), List.of(new FakeDeployer()));

        stacks.deploy(StackRequest.of("Shop", TEMPLATE));
        others.deploy(StackRequest.of("Shop", TEMPLATE));

        assertThat(others.stack("Shop").orElseThrow().resources())
                .isEqualTo(stacks.stack("Shop").orElseThrow().resources());
    }

    @Test
    void a_stack_name_has_a_form() {
        assertThatThrownBy(() -> StackRequest.of("my_shop", TEMPLATE))
                .hasMessage("Stack name my_shop must begin with a letter, consist of letters, digits and hyphens, and"
                        + " have at most 128 of them");
    }

    private String physicalId(String logicalId) {
        return stacks.stack("Shop")
                .flatMap(stack -> stack.resource(logicalId))
                .orElseThrow()
                .physicalId();
    }

    private static StackEvent event(String logicalId, String physicalId, ResourceStatus status) {
        return new StackEvent(NOW, "Shop", logicalId, physicalId, FakeDeployer.TYPE, status, "");
    }

    private static StackEvent stackEvent(Stack stack, ResourceStatus status, String reason) {
        return new StackEvent(NOW, "Shop", "Shop", stack.id(), StackEvent.STACK_TYPE, status, reason);
    }
}
