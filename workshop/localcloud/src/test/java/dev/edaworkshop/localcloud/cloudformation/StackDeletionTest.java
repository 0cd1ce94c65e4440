package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackDeletionTest {
    private static final String TEMPLATE = """
            {"Resources": {
              "Consumer": {"Type": "AWS::Test::Thing", "Properties": {"Links": [{"Ref": "Queue"}]}},
              "Queue": {"Type": "AWS::Test::Thing"},
              "Other": {"Type": "AWS::Test::Thing", "DeletionPolicy": "Retain"}
            }}""";

    private final FakeDeployer things = new FakeDeployer();
    private final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1"), InstantSource.fixed(Instant.EPOCH), List.of(things));

    @Test
    void resources_go_before_those_they_need_and_retained_ones_stay() {
        stacks.deploy(StackRequest.of("Shop", TEMPLATE));
        things.calls.clear();
        List<StackEvent> heard = new ArrayList<>();

        DeployReceipt receipt = stacks.delete("Shop", heard::add);

        assertThat(things.calls).containsExactly("delete Shop-Consumer", "delete Shop-Queue");
        assertThat(receipt.inWords()).isEqualTo("Shop: DELETE_COMPLETE, 2 deleted, 1 retained");
        assertThat(stacks.stack("Shop")).isEmpty();
        assertThat(heard)
                .extracting(event -> event.logicalId() + " " + event.status())
                .containsExactly(
                        "Shop DELETE_IN_PROGRESS",
                        "Other DELETE_SKIPPED",
                        "Consumer DELETE_IN_PROGRESS",
                        "Consumer DELETE_COMPLETE",
                        "Queue DELETE_IN_PROGRESS",
                        "Queue DELETE_COMPLETE",
                        "Shop DELETE_COMPLETE");
    }

    @Test
    void a_stack_deployed_again_has_the_names_it_had_except_where_a_resource_was_retained() {
        stacks.deploy(StackRequest.of("Shop", TEMPLATE));
        String queue = physicalId("Queue");
        String other = physicalId("Other");

        stacks.delete("Shop");
        stacks.deploy(StackRequest.of("Shop", TEMPLATE));

        assertThat(physicalId("Queue")).isEqualTo(queue);
        assertThat(physicalId("Other")).isNotEqualTo(other);
    }

    @Test
    void a_failure_keeps_the_resource_and_those_it_needs() {
        stacks.deploy(StackRequest.of("Shop", TEMPLATE));
        things.calls.clear();
        things.failOn("delete Shop-Consumer");

        assertThatThrownBy(() -> stacks.delete("Shop")).hasMessage("""
                        Stack Shop was not deleted as a whole; what is listed is still there. Delete it again (DELETE_FAILED).
                          Consumer (AWS::Test::Thing) DELETE_FAILED: no delete Shop-Consumer""");

        assertThat(things.calls).containsExactly("delete Shop-Consumer");
        Stack shop = stacks.stack("Shop").orElseThrow();
        assertThat(shop.status()).isEqualTo(ResourceStatus.DELETE_FAILED);
        assertThat(shop.resources()).extracting(StackResource::logicalId).containsExactly("Queue", "Consumer");
        things.succeed();
        assertThat(stacks.delete("Shop").deleted()).containsExactly("Consumer", "Queue");
    }

    @Test
    void a_stack_that_does_not_exist_cannot_be_deleted() {
        assertThatThrownBy(() -> stacks.delete("Shop"))
                .isInstanceOf(CloudFormationException.class)
                .hasMessage("Stack with id Shop does not exist");
    }

    @Test
    void a_protected_stack_cannot_be_deleted_until_its_protection_is_lifted() {
        stacks.deploy(StackRequest.of("Shop", TEMPLATE).withTerminationProtection(true));
        assertThatThrownBy(() -> stacks.delete("Shop"))
                .hasMessage("Stack [Shop] cannot be deleted while TerminationProtection is enabled");

        stacks.deploy(StackRequest.of("Shop", TEMPLATE));
        stacks.delete("Shop");

        assertThat(stacks.stacks()).isEmpty();
    }

    private String physicalId(String logicalId) {
        return stacks.stack("Shop")
                .flatMap(stack -> stack.resource(logicalId))
                .orElseThrow()
                .physicalId();
    }
}
