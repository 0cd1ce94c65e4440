package dev.edaworkshop.localcloud.cloudformation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

class CloudFormationEndpointTest {
    private static final String SHOP = """
            Description: The shop
            Parameters:
              Hidden: {Type: Number, Default: 30}
            Resources:
              Orders:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: orders
                  VisibilityTimeout: !Ref Hidden
              Topic:
                Type: AWS::SNS::Topic
            Outputs:
              OrdersUrl: {Value: !Ref Orders}
              OrdersArn: {Value: !GetAtt Orders.Arn, Export: {Name: !Sub "${AWS::StackName}-orders"}}
            """;
    private static final String ROLE = """
            {"Resources": {"Role": {"Type": "AWS::IAM::Role",
              "Properties": {"AssumeRolePolicyDocument": {"Statement": []}}}}}""";

    private final LocalCloud cloud = LocalCloud.start(0);
    private final CloudFormationClient cloudFormation = CloudFormationClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @AfterEach
    void close() {
        cloudFormation.close();
        cloud.close();
    }

    @Test
    void a_template_in_yaml_becomes_a_stack_with_outputs_and_exports() {
        cloudFormation.createStack(request -> request.stackName("Shop").templateBody(SHOP));

        Stack stack = stack("Shop");
        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.outputs())
                .extracting("outputKey", "outputValue", "exportName")
                .contains(tuple("OrdersArn", "arn:aws:sqs:us-east-1:000000000000:orders", "Shop-orders"));
        assertThat(cloudFormation
                        .listStackResources(request -> request.stackName("Shop"))
                        .stackResourceSummaries())
                .extracting("logicalResourceId")
                .containsExactlyInAnyOrder("Orders", "Topic");
        assertThat(cloudFormation.listExports(request -> {}).exports())
                .extracting("name")
                .containsExactly("Shop-orders");
    }

    @Test
    void a_change_set_creates_a_stack_that_is_in_review_until_then() {
        propose("Shop", SHOP, ChangeSetType.CREATE);

        assertThat(stack("Shop").stackStatus()).isEqualTo(StackStatus.REVIEW_IN_PROGRESS);
        DescribeChangeSetResponse proposed = describe("Shop");
        assertThat(proposed.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
        assertThat(proposed.changes())
                .extracting(change -> change.resourceChange().action())
                .containsOnly(ChangeAction.ADD);

        cloudFormation.executeChangeSet(request -> request.stackName("Shop").changeSetName("change"));

        assertThat(stack("Shop").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void a_change_set_says_what_would_be_replaced_and_touches_nothing() {
        cloudFormation.createStack(request -> request.stackName("Shop").templateBody(SHOP));

        propose("Shop", SHOP.replace("QueueName: orders", "QueueName: purchases"), ChangeSetType.UPDATE);

        assertThat(describe("Shop").changes()).singleElement().satisfies(change -> {
            assertThat(change.resourceChange().logicalResourceId()).isEqualTo("Orders");
            assertThat(change.resourceChange().action()).isEqualTo(ChangeAction.MODIFY);
            assertThat(change.resourceChange().replacement()).isEqualTo(Replacement.TRUE);
        });
        assertThat(queue("orders")).isPresent();
        assertThat(queue("purchases")).isEmpty();
    }

    @Test
    void a_change_set_without_changes_fails_in_the_words_that_cdk_knows() {
        cloudFormation.createStack(request -> request.stackName("Shop").templateBody(SHOP));

        propose("Shop", SHOP, ChangeSetType.UPDATE);

        DescribeChangeSetResponse proposed = describe("Shop");
        assertThat(proposed.status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(proposed.statusReason()).startsWith("The submitted information didn't contain changes.");
        assertThatThrownBy(() -> cloudFormation.updateStack(
                        request -> request.stackName("Shop").templateBody(SHOP)))
                .hasMessageContaining("No updates are to be performed.");
    }

    @Test
    void a_failed_creation_is_told_by_the_events() {
        String broken = SHOP.replace(
                "  Topic:\n", "  Bad:\n    Type: AWS::SQS::Queue\n    Properties: {DelaySeconds: 99999}\n  Topic:\n");

        cloudFormation.createStack(request -> request.stackName("Shop").templateBody(broken));

        assertThat(stack("Shop").stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("Shop"))
                        .stackEvents())
                .filteredOn(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .extracting(StackEvent::logicalResourceId)
                .containsExactly("Bad");
    }

    @Test
    void what_a_stack_was_made_from_can_be_read_and_a_deleted_stack_is_remembered_by_its_arn() {
        String arn = cloudFormation
                .createStack(request -> request.stackName("Shop").templateBody(SHOP))
                .stackId();

        assertThat(cloudFormation
                        .getTemplate(request -> request.stackName("Shop"))
                        .templateBody())
                .isEqualTo(SHOP);
        assertThat(cloudFormation
                        .getTemplateSummary(request -> request.stackName("Shop"))
                        .resourceTypes())
                .containsExactly("AWS::SNS::Topic", "AWS::SQS::Queue");

        cloudFormation.deleteStack(request -> request.stackName("Shop"));

        assertThatThrownBy(() -> stack("Shop")).hasMessageContaining("Stack with id Shop does not exist");
        assertThat(stack(arn).stackStatus()).isEqualTo(StackStatus.DELETE_COMPLETE);
    }

    @Test
    void whoever_deploys_roles_has_to_say_so() {
        assertThatThrownBy(() -> cloudFormation.createStack(
                        request -> request.stackName("Shop").templateBody(ROLE)))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("Requires capabilities : [CAPABILITY_IAM]");

        cloudFormation.createStack(
                request -> request.stackName("Shop").templateBody(ROLE).capabilities(Capability.CAPABILITY_IAM));

        assertThat(stack("Shop").stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void a_parameter_can_come_from_parameter_store() {
        cloud.account().parameters().put("/shop/timeout", "String", "45", "", false);
        String template = SHOP.replace(
                "{Type: Number, Default: 30}", "{Type: 'AWS::SSM::Parameter::Value<String>', Default: /shop/timeout}");

        cloudFormation.createStack(request -> request.stackName("Shop").templateBody(template));

        assertThat(queue("orders").orElseThrow().visibilityTimeout()).hasSeconds(45);
    }

    private Optional<Queue> queue(String name) {
        return cloud.account().queues().find("arn:aws:sqs:us-east-1:000000000000:" + name);
    }

    private void propose(String stackName, String template, ChangeSetType type) {
        cloudFormation.createChangeSet(request -> request.stackName(stackName)
                .changeSetName("change")
                .changeSetType(type)
                .templateBody(template));
    }

    private DescribeChangeSetResponse describe(String stackName) {
        return cloudFormation.describeChangeSet(
                request -> request.stackName(stackName).changeSetName("change"));
    }

    private Stack stack(String nameOrArn) {
        return cloudFormation
                .describeStacks(request -> request.stackName(nameOrArn))
                .stacks()
                .getFirst();
    }
}
