package dev.edaworkshop.localcloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly.StackArtifact;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StacksTest {
    private final Shelf shelf = new Shelf();
    private final Stacks stacks = new Stacks("000000000000", "us-east-1", () -> Instant.EPOCH, List.of(shelf));

    @Test
    void creates_resources_after_those_they_need() {
        DeployReceipt receipt = deploy("""
                {"Resources": {
                  "B": {"Type": "Test::Shelf", "Properties": {"Label": {"Fn::Join": ["-", ["b", {"Ref": "A"}]]}}},
                  "A": {"Type": "Test::Shelf", "Properties": {"Label": "a"}},
                  "C": {"Type": "Test::Shelf", "DependsOn": "B", "Properties": {"Label": {"Fn::GetAtt": ["A", "Arn"]}}}},
                 "Outputs": {"Label": {"Value": {"Fn::Sub": "${B} in ${AWS::Region}"}}}}""");

        assertThat(shelf.log).containsExactly("create A a", "create B b-Shop-A-0", "create C arn:A");
        assertThat(receipt.created()).containsExactly("A", "B", "C");
        assertThat(receipt.outputs()).containsEntry("Label", "Shop-B-0 in us-east-1");
    }

    @Test
    void names_everything_that_is_not_supported_before_anything_is_created() {
        assertThatThrownBy(() -> deploy("""
                        {"Resources": {
                          "A": {"Type": "Test::Shelf", "Properties": {"Label": "a", "Colour": "red"}},
                          "Db": {"Type": "AWS::RDS::DBInstance"},
                          "B": {"Type": "Test::Shelf", "Properties": {"Label": {"Fn::Cidr": ["10.0.0.0/16"]}, "Size": {"Ref": "Nobody"}}}}}"""))
                .isInstanceOfSatisfying(UnsupportedTemplateException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                "resource A (Test::Shelf) sets the property Colour, which is not supported.",
                                "resource Db has type AWS::RDS::DBInstance, which is not supported.",
                                "resource B refers to Nobody, which the template does not have.",
                                "resource B uses Fn::Cidr, which is not supported."))
                .hasMessageContaining("nothing of it has been created")
                .hasMessageContaining("The local cloud deploys: Test::Shelf.");
        assertThat(shelf.log).isEmpty();
    }

    @Test
    void a_stack_that_fails_half_way_is_rolled_back() {
        assertThatThrownBy(() -> deploy("""
                        {"Resources": {"A": {"Type": "Test::Shelf", "Properties": {"Label": "a"}},
                                       "B": {"Type": "Test::Shelf", "DependsOn": "A", "Properties": {"Label": "broken"}}}}"""))
                .isInstanceOf(StackFailedException.class)
                .hasMessage(
                        "Stack Shop was rolled back (ROLLBACK_COMPLETE): resource B (Test::Shelf) failed: broken shelf");
        assertThat(shelf.log).containsExactly("create A a", "delete Shop-A-0");
        assertThat(shelf.standing).isEmpty();
        assertThat(stacks.find("Shop")).isEmpty();
    }

    @Test
    void an_update_touches_only_what_differs() {
        deploy(shelves("Label", "a", "Label", "b"));
        shelf.log.clear();

        DeployReceipt receipt = deploy(shelves("Label", "a", "Label", "b2"));

        assertThat(shelf.log).containsExactly("update Shop-B-0 b2");
        assertThat(receipt.unchanged()).containsExactly("A");
        assertThat(receipt.updated()).containsExactly("B");
        assertThat(deploy(shelves("Label", "a", "Label", "b2")).changedNothing())
                .isTrue();
    }

    @Test
    void a_create_only_property_replaces_the_resource_and_deletes_the_old_one_last() {
        deploy(shelves("Size", "1", "Label", "b"));
        shelf.log.clear();

        DeployReceipt receipt = deploy(shelves("Size", "2", "Label", "b"));

        assertThat(receipt.replaced()).containsExactly("A");
        assertThat(shelf.log).containsExactly("create A null", "delete Shop-A-0");
        assertThat(shelf.standing).containsOnlyKeys("Shop-A-1", "Shop-B-0");
    }

    @Test
    void a_failing_update_restores_the_former_properties() {
        deploy(shelves("Label", "a", "Label", "b"));
        shelf.log.clear();

        assertThatThrownBy(() -> deploy(shelves("Label", "a2", "Label", "broken")))
                .isInstanceOf(StackFailedException.class)
                .hasMessageContaining("UPDATE_ROLLBACK_COMPLETE");

        assertThat(shelf.standing).containsEntry("Shop-A-0", "a").containsEntry("Shop-B-0", "b");
        assertThat(stacks.find("Shop").orElseThrow().status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_COMPLETE);
    }

    @Test
    void what_leaves_the_template_is_deleted_unless_it_is_retained() {
        deploy("""
                {"Resources": {"A": {"Type": "Test::Shelf", "Properties": {"Label": "a"}},
                               "B": {"Type": "Test::Shelf", "DeletionPolicy": "Retain", "Properties": {"Label": "b"}},
                               "C": {"Type": "Test::Shelf", "Properties": {"Label": "c"}}}}""");

        deploy("""
                {"Resources": {"A": {"Type": "Test::Shelf", "Properties": {"Label": "a"}}}}""");

        assertThat(shelf.standing).containsOnlyKeys("Shop-A-0", "Shop-B-0");
    }

    @Test
    void conditions_decide_what_exists_and_no_value_leaves_a_property_out() {
        DeployReceipt receipt = deploy("""
                {"Parameters": {"Stage": {"Type": "String", "Default": "test"}},
                 "Conditions": {"IsProd": {"Fn::Equals": [{"Ref": "Stage"}, "prod"]}, "IsTest": {"Fn::Not": [{"Condition": "IsProd"}]}},
                 "Resources": {
                  "A": {"Type": "Test::Shelf", "Condition": "IsProd", "Properties": {"Label": "a"}},
                  "B": {"Type": "Test::Shelf", "Condition": "IsTest",
                        "Properties": {"Label": {"Fn::If": ["IsProd", "big", {"Ref": "AWS::NoValue"}]}}}}}""");

        assertThat(receipt.created()).containsExactly("B");
        assertThat(shelf.log).containsExactly("create B null");
    }

    @Test
    void a_circle_is_refused_in_the_words_of_aws() {
        assertThatThrownBy(() -> deploy("""
                        {"Resources": {"A": {"Type": "Test::Shelf", "Properties": {"Label": {"Ref": "B"}}},
                                       "B": {"Type": "Test::Shelf", "Properties": {"Label": {"Ref": "A"}}}}}"""))
                .isInstanceOf(AwsException.class)
                .hasMessage("Circular dependency between resources: [A, B]");
    }

    @Test
    void generated_names_are_the_same_each_time_and_fit_the_limit() {
        ResourceRequest request = new ResourceRequest(
                "Lab1PubSub",
                "CatalogueFunctionWithAVeryLongLogicalIdOfItsOwn0A1B2C3D",
                0,
                new ObjectMapper().createObjectNode(),
                Map.of());

        assertThat(request.generatedName(64))
                .hasSize(64)
                .matches("Lab1PubSub-CatalogueFunctionWithAVeryLongLo\\w*-[A-Z0-9]{12}")
                .isEqualTo(request.generatedName(64));
    }

    private DeployReceipt deploy(String template) {
        try {
            return stacks.deploy(
                    new StackArtifact("Shop", new ObjectMapper().readTree(template), Map.of(), Map.of()), event -> {});
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String shelves(String propertyOfA, String a, String propertyOfB, String b) {
        return """
                {"Resources": {"A": {"Type": "Test::Shelf", "Properties": {"%s": "%s"}},
                               "B": {"Type": "Test::Shelf", "DependsOn": "A", "Properties": {"%s": "%s"}}}}""".formatted(propertyOfA, a, propertyOfB, b);
    }

    /** A resource type of our own that keeps a log. */
    private static final class Shelf implements ResourceDeployer {
        private final List<String> log = new ArrayList<>();
        private final Map<String, String> standing = new TreeMap<>();
        private final Map<String, Integer> generations = new TreeMap<>();

        @Override
        public String type() {
            return "Test::Shelf";
        }

        @Override
        public Set<String> properties() {
            return Set.of("Label", "Size");
        }

        @Override
        public Set<String> createOnlyProperties() {
            return Set.of("Size");
        }

        @Override
        public DeployedResource create(ResourceRequest request) {
            String label = label(request);
            int generation = generations.merge(request.logicalId(), 1, Integer::sum) - 1;
            String id = request.stackName() + "-" + request.logicalId() + "-" + generation;
            log.add("create " + request.logicalId() + " " + label);
            standing.put(id, label);
            return new DeployedResource(id, Map.of("Arn", "arn:" + request.logicalId()));
        }

        @Override
        public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
            String label = label(request);
            log.add("update " + deployed.physicalId() + " " + label);
            standing.put(deployed.physicalId(), label);
            return deployed;
        }

        @Override
        public void delete(DeployedResource deployed) {
            log.add("delete " + deployed.physicalId());
            standing.remove(deployed.physicalId());
        }

        private static String label(ResourceRequest request) {
            String label = request.text("Label").orElse("null");
            if (label.equals("broken")) {
                throw new AwsException(400, "InvalidShelf", "broken shelf");
            }
            return label;
        }
    }
}
