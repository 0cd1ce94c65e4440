package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StackUpdateTest {
    private static final String BEFORE = """
            {
              "Resources": {
                "Queue": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "RED"}},
                "Consumer": {"Type": "AWS::Test::Thing", "Properties": {"Links": [{"Ref": "Queue"}]}},
                "Other": {"Type": "AWS::Test::Thing", "Properties": {
                  "Colour": "GREY", "Alarm": 1, "Box": [{"Label": "a", "Size": 1}]
                }}
              },
              "Outputs": {"QueueName": {"Value": {"Ref": "Queue"}}}
            }""";

    private final FakeDeployer things = new FakeDeployer();
    private final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1"),
            InstantSource.fixed(Instant.EPOCH),
            List.of(things, new FakeDeployer("AWS::Test::Another")));

    @BeforeEach
    void deploy() {
        stacks.deploy(StackRequest.of("Shop", BEFORE));
        things.calls.clear();
    }

    @Test
    void the_same_template_changes_nothing() {
        int events = shop().events().size();

        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", BEFORE.replace("\"RED\"", "\"RED\" ")));

        assertThat(receipt.inWords()).isEqualTo("Shop: No updates are to be performed.");
        assertThat(receipt.changedAnything()).isFalse();
        assertThat(receipt.status()).isEqualTo(ResourceStatus.CREATE_COMPLETE);
        assertThat(things.calls).isEmpty();
        assertThat(shop().events()).hasSize(events);
    }

    @Test
    void only_what_changed_is_updated() {
        DeployReceipt receipt = update("RED", "BLUE");

        assertThat(things.calls).containsExactly("update Queue BLUE");
        assertThat(receipt.updated()).containsExactly("Queue");
        assertThat(receipt.unchanged()).containsExactly("Consumer", "Other");
        assertThat(receipt.inWords()).isEqualTo("Shop: UPDATE_COMPLETE, 1 updated, 2 unchanged");
    }

    @Test
    void a_number_and_its_text_are_the_same() {
        DeployReceipt receipt = update("\"Alarm\": 1", "\"Alarm\": \"1\"");

        assertThat(receipt.changedAnything()).isFalse();
    }

    @Test
    void a_change_of_what_is_only_recorded_reaches_no_deployer() {
        DeployReceipt alarm = update("\"Alarm\": 1", "\"Alarm\": 2");
        DeployReceipt label = update("\"Label\": \"a\"", "\"Label\": \"b\"");

        assertThat(alarm.updated()).containsExactly("Other");
        assertThat(label.updated()).containsExactly("Other");
        assertThat(things.calls).isEmpty();
    }

    @Test
    void a_change_of_a_create_only_property_replaces_the_resource_and_the_old_one_goes_last() {
        String old = physicalId("Queue");

        DeployReceipt receipt = update("\"Colour\": \"RED\"", "\"Colour\": \"RED\", \"Name\": \"orders\"");

        assertThat(things.calls).containsExactly("create Queue RED", "update Consumer", "delete Shop-Queue");
        assertThat(physicalId("Queue")).isEqualTo("orders");
        assertThat(things.existing).containsEntry(physicalId("Consumer"), "{\"Links\":[\"orders\"]}");
        assertThat(things.existing).doesNotContainKey(old);
        assertThat(receipt.replaced()).containsExactly("Queue");
        assertThat(receipt.updated()).containsExactly("Consumer");
        assertThat(receipt.deleted()).isEmpty();
        assertThat(receipt.outputs()).containsExactly(Map.entry("QueueName", "orders"));
        assertThat(shop().events())
                .extracting(StackEvent::reason)
                .contains("Requested update requires the creation of a new physical resource; hence creating one.");
        assertThat(shop().events().stream().filter(StackEvent::isAboutStack).map(StackEvent::status))
                .containsSubsequence(
                        ResourceStatus.UPDATE_IN_PROGRESS,
                        ResourceStatus.UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,
                        ResourceStatus.UPDATE_COMPLETE);
    }

    @Test
    void a_replacement_has_another_generated_name_and_so_has_the_next() {
        String first = physicalId("Queue");

        update("\"Colour\": \"RED\"", "\"Colour\": \"RED\", \"Name\": \"orders\"");
        stacks.deploy(StackRequest.of("Shop", BEFORE));

        assertThat(physicalId("Queue")).startsWith("Shop-Queue-").isNotEqualTo(first);
        assertThat(things.existing).hasSize(3);
    }

    @Test
    void a_replacement_that_would_take_the_name_of_the_old_resource_is_refused_and_the_old_one_stays() {
        NamedOnly named = new NamedOnly();
        Stacks others =
                new Stacks(new Environment("000000000000", "us-east-1"), InstantSource.system(), List.of(named));
        others.deploy(StackRequest.of("Shop", """
                {"Resources": {"A": {"Type": "AWS::Test::Named", "Properties": {"Name": "a", "Form": "x"}}}}"""));

        assertThatThrownBy(() -> others.deploy(StackRequest.of("Shop", """
                {"Resources": {"A": {"Type": "AWS::Test::Named", "Properties": {"Name": "a", "Form": "y"}}}}""")))
                .hasMessageContaining("CloudFormation cannot update a stack when a custom-named resource requires"
                        + " replacing. Rename a and update the stack again.");

        assertThat(others.stack("Shop").orElseThrow().status()).isEqualTo(ResourceStatus.UPDATE_ROLLBACK_COMPLETE);
        assertThat(named.deleted).isEmpty();
    }

    @Test
    void new_resources_come_first_and_removed_ones_go_last() {
        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Queue": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "RED"}},
                  "New": {"Type": "AWS::Test::Thing"}
                }}"""));

        assertThat(things.calls).containsExactly("create New", "delete Shop-Other", "delete Shop-Consumer");
        assertThat(receipt.created()).containsExactly("New");
        assertThat(receipt.deleted()).containsExactly("Other", "Consumer");
        assertThat(shop().resources()).extracting(StackResource::logicalId).containsExactly("Queue", "New");
        assertThat(shop().outputs()).isEmpty();
    }

    @Test
    void policies_keep_what_is_removed_or_replaced() {
        stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Queue": {"Type": "AWS::Test::Thing", "DeletionPolicy": "Retain", "Properties": {"Colour": "RED"}},
                  "Other": {"Type": "AWS::Test::Thing", "UpdateReplacePolicy": "Retain"}
                }}"""));
        things.calls.clear();

        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "Other": {"Type": "AWS::Test::Thing", "UpdateReplacePolicy": "Retain", "Properties": {"Name": "o"}}
                }}"""));

        assertThat(things.calls).containsExactly("create Other");
        assertThat(receipt.logicalIds(ResourceChange.Action.RETAINED)).containsExactlyInAnyOrder("Queue", "Other");
        assertThat(things.existing).hasSize(3);
        assertThat(shop().events())
                .filteredOn(event -> event.status() == ResourceStatus.DELETE_SKIPPED)
                .extracting(StackEvent::logicalId)
                .containsExactlyInAnyOrder("Queue", "Other");
    }

    @Test
    void a_new_deletion_policy_alone_is_taken_over_silently() {
        DeployReceipt receipt = update("\"Other\": {", "\"Other\": {\"DeletionPolicy\": \"Retain\", ");
        stacks.delete("Shop");

        assertThat(receipt.changedAnything()).isFalse();
        assertThat(things.existing.keySet()).singleElement().asString().startsWith("Shop-Other-");
    }

    @Test
    void an_output_alone_is_an_update() {
        DeployReceipt receipt = update("\"QueueName\"", "\"Name\"");

        assertThat(receipt.status()).isEqualTo(ResourceStatus.UPDATE_COMPLETE);
        assertThat(shop().output("Name")).contains(physicalId("Queue"));
        assertThat(things.calls).isEmpty();
    }

    @Test
    void a_failure_restores_what_was_updated_and_deletes_what_was_created() {
        Map<String, String> before = Map.copyOf(things.existing);
        List<StackResource> resources = shop().resources();
        things.failOn("update Other PINK");

        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {
                  "New": {"Type": "AWS::Test::Thing"},
                  "Queue": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "BLUE"}},
                  "Consumer": {"Type": "AWS::Test::Thing", "Properties": {"Name": "c", "Links": [{"Ref": "Queue"}]}},
                  "Other": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "PINK"}}
                }}""")))
                .isInstanceOf(StackFailedException.class)
                .hasMessage("""
                        Stack Shop was not updated; it is as it was before (UPDATE_ROLLBACK_COMPLETE).
                          Other (AWS::Test::Thing) UPDATE_FAILED: no update Other PINK""");

        assertThat(things.calls)
                .containsExactly(
                        "create New",
                        "update Queue BLUE",
                        "create Consumer",
                        "update Other PINK",
                        "update Other GREY",
                        "update Queue RED",
                        "delete c",
                        "delete Shop-New");
        assertThat(things.existing).isEqualTo(before);
        assertThat(shop().resources())
                .extracting(StackResource::logicalId, StackResource::physicalId)
                .containsExactlyElementsOf(resources.stream()
                        .map(resource -> tuple(resource.logicalId(), resource.physicalId()))
                        .toList());
        assertThat(shop().output("QueueName")).contains(physicalId("Queue"));
        assertThat(shop().events().stream().filter(StackEvent::isAboutStack).map(StackEvent::status))
                .endsWith(
                        ResourceStatus.UPDATE_IN_PROGRESS,
                        ResourceStatus.UPDATE_ROLLBACK_IN_PROGRESS,
                        ResourceStatus.UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,
                        ResourceStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void after_a_rollback_the_stack_can_be_updated() {
        things.failOn("update Queue BLUE");
        assertThatThrownBy(() -> update("RED", "BLUE"));
        things.succeed();

        assertThat(update("RED", "BLUE").inWords()).isEqualTo("Shop: UPDATE_COMPLETE, 1 updated, 2 unchanged");
    }

    @Test
    void a_stack_that_cannot_be_rolled_back_can_only_be_deleted() {
        things.failOn("update Queue");
        assertThatThrownBy(() -> update("RED", "BLUE"))
                .hasMessageStartingWith(
                        "Stack Shop could not even be rolled back; delete it (UPDATE_ROLLBACK_FAILED).");
        things.succeed();

        assertThatThrownBy(() -> update("RED", "BLUE"))
                .hasMessage("Stack:" + shop().id() + " is in UPDATE_ROLLBACK_FAILED state and can not be updated.");
        stacks.delete("Shop");
        assertThat(things.existing).isEmpty();
    }

    @Test
    void a_removed_resource_that_cannot_be_deleted_is_left_behind_and_named() {
        things.failOn("delete Shop-Other");

        DeployReceipt receipt = stacks.deploy(StackRequest.of("Shop", """
                {"Resources": {"Queue": {"Type": "AWS::Test::Thing", "Properties": {"Colour": "RED"}}}}"""));

        assertThat(receipt.inWords()).isEqualTo("Shop: UPDATE_COMPLETE, 1 deleted, 1 left behind, 1 unchanged");
        assertThat(receipt.logicalIds(ResourceChange.Action.LEFT_BEHIND)).containsExactly("Other");
    }

    @Test
    void a_resource_keeps_its_type() {
        assertThatThrownBy(() -> update(
                        "\"Type\": \"AWS::Test::Thing\", \"Properties\": {\"Colour\": \"RED\"",
                        "\"Type\": \"AWS::Test::Another\", \"Properties\": {\"Colour\": \"RED\""))
                .hasMessage("Update of resource type is not permitted. The new template modifies resource type of the"
                        + " following resources: [Queue]");
    }

    @Test
    void new_tags_of_the_stack_reach_resources_that_have_tags() {
        StackRequest tagged = StackRequest.of("Shop", BEFORE).withTags(Map.of("team", "harbour"));

        assertThat(stacks.deploy(tagged).updated()).containsExactly("Queue", "Consumer", "Other");
        assertThat(stacks.deploy(tagged).changedAnything()).isFalse();
    }

    private DeployReceipt update(String part, String replacement) {
        assertThat(BEFORE).contains(part);
        return stacks.deploy(StackRequest.of("Shop", BEFORE.replace(part, replacement)));
    }

    private Stack shop() {
        return stacks.stack("Shop").orElseThrow();
    }

    private String physicalId(String logicalId) {
        return shop().resource(logicalId).orElseThrow().physicalId();
    }

    /** Creating one that exists yields the one that exists, as with topics. */
    private static final class NamedOnly implements ResourceDeployer {
        final List<String> deleted = new ArrayList<>();

        @Override
        public String type() {
            return "AWS::Test::Named";
        }

        @Override
        public Set<String> properties() {
            return Set.of("Name", "Form");
        }

        @Override
        public Set<String> createOnlyProperties() {
            return properties();
        }

        @Override
        public DeployedResource create(ResourceRequest request) {
            return new DeployedResource(request.properties().requiredText("Name"));
        }

        @Override
        public void delete(DeployedResource deployed) {
            deleted.add(deployed.physicalId());
        }
    }
}
