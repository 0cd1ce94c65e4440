package dev.edaworkshop.localcloud.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.cloudformation.DeployReceipt;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;

/** Templates in the form in which the CDK writes them. */
class EventsDeploymentTest {
    private static final String SHOP = """
            {"Resources": {
              "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "shop", "Description": "%s"}},
              "Orders": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "orders"}},
              "Closed": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "closed"}},
              "DeadLetters": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "dead-letters"}},
              "OrdersPolicy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {
                "Queues": [{"Ref": "Orders"}],
                "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
                  "Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
                  "Action": ["sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"],
                  "Resource": {"Fn::GetAtt": ["Orders", "Arn"]},
                  "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": ["Rule", "Arn"]}}}}]}}},
              "DeadLettersPolicy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {
                "Queues": [{"Ref": "DeadLetters"}],
                "PolicyDocument": {"Version": "2012-10-17", "Statement": [{
                  "Sid": "AllowEventRuleShopRule", "Effect": "Allow",
                  "Principal": {"Service": "events.amazonaws.com"}, "Action": "sqs:SendMessage",
                  "Resource": {"Fn::GetAtt": ["DeadLetters", "Arn"]},
                  "Condition": {"ArnEquals": {"aws:SourceArn": {"Fn::GetAtt": ["Rule", "Arn"]}}}}]}}},
              "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                "EventBusName": {"Ref": "Bus"},
                "EventPattern": {"source": ["shop.orders"], "detail": {"total": [{"numeric": [">", 10]}]}},
                "State": "ENABLED",
                "Targets": [
                  {"Id": "Target0", "Arn": {"Fn::GetAtt": ["Orders", "Arn"]},
                   "InputTransformer": {
                     "InputPathsMap": {"detail-total": "$.detail.total"},
                     "InputTemplate": "{\\"total\\":<detail-total>}"}},
                  {"Id": "Target1", "Arn": {"Fn::GetAtt": ["Closed", "Arn"]},
                   "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["DeadLetters", "Arn"]}},
                   "RetryPolicy": {"MaximumEventAgeInSeconds": 7200, "MaximumRetryAttempts": 2}}
                ]}},
              "Archive": {"Type": "AWS::Events::Archive", "Properties": {
                "SourceArn": {"Fn::GetAtt": ["Bus", "Arn"]}, "RetentionDays": 365,
                "EventPattern": {"account": [{"Ref": "AWS::AccountId"}]}}},
              "Policy": {"Type": "AWS::Events::EventBusPolicy", "Properties": {
                "EventBusName": {"Ref": "Bus"}, "StatementId": "cdk-allow-others",
                "Statement": {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
                  "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["Bus", "Arn"]},
                  "Sid": "cdk-allow-others"}}}
             },
             "Outputs": {"RuleId": {"Value": {"Ref": "Rule"}}, "BusId": {"Value": {"Ref": "Bus"}},
                         "ArchiveId": {"Value": {"Ref": "Archive"}}}
            }""";

    private final EventsFixture fixture = new EventsFixture();
    private final EventBridgeClient events = fixture.events;
    private final Stacks stacks = fixture.cloud.account().stacks();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_rule_on_a_custom_bus_delivers_as_its_template_says() {
        DeployReceipt deployed = stacks.deploy(StackRequest.of("Shop", SHOP.formatted("orders")));

        fixture.put(entry -> entry.eventBusName("shop").detail("{\"total\":10}"));
        fixture.put(entry -> entry.eventBusName("shop").detail("{\"total\":11}"));

        assertThat(fixture.bodies(queue("orders"))).containsExactly("{\"total\":11}");
        assertThat(fixture.bodies(queue("dead-letters")))
                .singleElement()
                .asString()
                .contains("\"total\":11");
        assertThat(fixture.hops(Hop.Kind.FILTERED)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("detail.total"));
        Map<String, String> outputs = deployed.outputs();
        assertThat(outputs.get("BusId")).isEqualTo("shop");
        assertThat(outputs.get("RuleId")).startsWith("shop|Shop-Rule-");
        assertThat(events.describeArchive(request -> request.archiveName(outputs.get("ArchiveId")))
                        .eventCount())
                .isEqualTo(2);
        assertThat(events.describeEventBus(request -> request.name("shop")).policy())
                .contains("cdk-allow-others");
    }

    @Test
    void an_update_changes_the_rule_in_place_and_a_second_deployment_changes_nothing() {
        stacks.deploy(StackRequest.of("Shop", SHOP.formatted("orders")));

        assertThat(stacks.deploy(StackRequest.of("Shop", SHOP.formatted("orders")))
                        .changes())
                .extracting(change -> change.action().name())
                .containsOnly("UNCHANGED");
        stacks.deploy(StackRequest.of("Shop", SHOP.formatted("all orders").replace("\">\", 10", "\">\", 9")));
        fixture.put(entry -> entry.eventBusName("shop").detail("{\"total\":10}"));

        assertThat(fixture.bodies(queue("orders"))).containsExactly("{\"total\":10}");
        assertThat(events.describeEventBus(request -> request.name("shop")).description())
                .isEqualTo("all orders");
    }

    @Test
    void nothing_is_left_of_a_deleted_stack() {
        stacks.deploy(StackRequest.of("Shop", SHOP.formatted("orders")));

        stacks.delete("Shop");

        assertThat(events.listEventBuses(request -> {}).eventBuses()).hasSize(1);
        assertThat(events.listArchives(request -> {}).archives()).isEmpty();
        assertThatThrownBy(() -> events.listRules(request -> request.eventBusName("shop")))
                .isInstanceOf(EventBridgeException.class);
    }

    @Test
    void a_bus_forwards_to_another_with_the_role_of_the_template() {
        stacks.deploy(StackRequest.of("Forward", """
                {"Resources": {
                  "Audit": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "audit"}},
                  "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {
                    "Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                      "Principal": {"Service": "events.amazonaws.com"}}]}}},
                  "RolePolicy": {"Type": "AWS::IAM::Policy", "Properties": {
                    "PolicyName": "RolePolicy", "Roles": [{"Ref": "Role"}],
                    "PolicyDocument": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                      "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["Audit", "Arn"]}}]}}},
                  "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                    "EventPattern": {"source": ["shop.orders"]}, "State": "ENABLED",
                    "Targets": [{"Id": "Target0", "Arn": {"Fn::GetAtt": ["Audit", "Arn"]},
                                 "RoleArn": {"Fn::GetAtt": ["Role", "Arn"]}}]}}
                }}"""));
        Queue all = fixture.queue("all");
        fixture.ruleOn("audit", "all", EventsFixture.ANY_ORDER, target -> target.arn(all.arn()));

        fixture.put("{}");

        assertThat(fixture.bodies(all)).hasSize(1);
    }

    @Test
    void a_log_group_gets_events_if_the_resource_policy_of_the_template_lets_them_in() {
        stacks.deploy(StackRequest.of("Logs", """
                {"Resources": {
                  "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/aws/events/orders"}},
                  "Policy": {"Type": "AWS::Logs::ResourcePolicy", "Properties": {
                    "PolicyName": "events",
                    "PolicyDocument": {"Fn::Sub": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":[\\"events.amazonaws.com\\",\\"delivery.logs.amazonaws.com\\"]},\\"Action\\":[\\"logs:CreateLogStream\\",\\"logs:PutLogEvents\\"],\\"Resource\\":\\"${Group.Arn}\\"}]}"}}},
                  "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                    "EventPattern": {"source": ["shop.orders"]},
                    "Targets": [{"Id": "Target0", "Arn": {"Fn::Sub":
                      "arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}"}}]}}
                }}"""));

        String id = fixture.put("{}");

        assertThat(fixture.cloud
                        .account()
                        .context()
                        .logs()
                        .group("/aws/events/orders")
                        .events())
                .singleElement()
                .satisfies(event -> assertThat(event.message()).contains(id));
    }

    @Test
    void the_policy_that_the_cdk_puts_by_a_custom_resource_works_too() {
        stacks.deploy(StackRequest.of("Logs", """
                {"Resources": {
                  "Policy": {"Type": "Custom::CloudwatchLogResourcePolicy", "Properties": {
                    "ServiceToken": "arn:aws:lambda:us-east-1:000000000000:function:cdk",
                    "Create": {"Fn::Join": ["", [
                      "{\\"service\\":\\"CloudWatchLogs\\",\\"action\\":\\"putResourcePolicy\\",\\"parameters\\":{\\"policyName\\":\\"p\\",\\"policyDocument\\":\\"{\\\\\\"Statement\\\\\\":[{\\\\\\"Effect\\\\\\":\\\\\\"Allow\\\\\\",\\\\\\"Principal\\\\\\":{\\\\\\"Service\\\\\\":\\\\\\"events.amazonaws.com\\\\\\"},\\\\\\"Action\\\\\\":\\\\\\"logs:PutLogEvents\\\\\\",\\\\\\"Resource\\\\\\":\\\\\\"*\\\\\\"}]}\\"},",
                      "\\"physicalResourceId\\":{\\"id\\":\\"p\\"}}"]]},
                    "InstallLatestAwsSdk": false}},
                  "Group": {"Type": "AWS::Logs::LogGroup", "Properties": {"LogGroupName": "/aws/events/orders"}}
                }}"""));
        fixture.rule(
                "orders", EventsFixture.ANY_ORDER, "arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/orders");

        fixture.put("{}");

        assertThat(fixture.hops(Hop.Kind.DELIVERED)).hasSize(1);
    }

    @Test
    void a_log_group_without_a_policy_stays_empty() {
        fixture.cloud.account().context().logs().group("/aws/events/orders");
        fixture.rule(
                "orders", EventsFixture.ANY_ORDER, "arn:aws:logs:us-east-1:000000000000:log-group:/aws/events/orders");

        fixture.put("{}");

        assertThat(fixture.hops(Hop.Kind.LOST)).singleElement().satisfies(hop -> assertThat(hop.reason())
                .contains("CloudWatch Logs needs a resource policy that allows events.amazonaws.com"));
    }

    @Test
    void parameters_of_targets_that_are_not_delivered_to_are_refused_before_anything_is_created() {
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Tasks", """
                        {"Resources": {
                          "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                            "EventPattern": {"source": ["shop.orders"]},
                            "Targets": [{"Id": "Target0", "Arn": "arn:aws:ecs:us-east-1:000000000000:cluster/c",
                                         "EcsParameters": {"TaskDefinitionArn": "t"}}]}}
                        }}""")))
                .hasMessageContaining("property Targets.EcsParameters is not supported by the local cloud");
    }

    @Test
    void a_target_that_is_not_delivered_to_fails_the_stack_by_name_and_leaves_no_rule() {
        assertThatThrownBy(() -> stacks.deploy(StackRequest.of("Machine", """
                        {"Resources": {
                          "Rule": {"Type": "AWS::Events::Rule", "Properties": {
                            "EventPattern": {"source": ["shop.orders"]},
                            "Targets": [{"Id": "Target0",
                                         "Arn": "arn:aws:states:us-east-1:000000000000:stateMachine:m"}]}}
                        }}""")))
                .hasMessageContaining("The local cloud does not deliver to Step Functions.");
        assertThat(events.listRules(request -> {}).rules()).isEmpty();
    }

    private Queue queue(String name) {
        return fixture.cloud
                .account()
                .queues()
                .find("arn:aws:sqs:us-east-1:000000000000:" + name)
                .orElseThrow();
    }
}
