package dev.edaworkshop.lab5.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class ProductApiStackTest {

    private static JsonNode template;
    private static JsonNode production;
    private static Annotations annotations;

    @BeforeAll
    static void synthesize() {
        var stack = new ProductApiStack(new App(), "Lab5ProductApi");
        Aspects.of(stack).add(new AwsSolutionsChecks());
        template = templateOf(stack);
        production = templateOf(new ProductApiStack(
                new App(AppProps.builder().context(Map.of("stage", "prod")).build()), "Lab5ProductApi"));
        annotations = Annotations.fromStack(stack);
    }

    @Test
    void tells_the_checks_and_your_terminals_where_everything_is() {
        assertThat(template.path("Outputs").fieldNames())
                .toIterable()
                .contains(
                        "ApiUrl",
                        "ProductTable",
                        "StorefrontFunction",
                        "AdminFunction",
                        "PaymentsFunction",
                        "PaymentsTable",
                        "ImportBucket",
                        "ImportQueueUrl",
                        "UserPoolId",
                        "UserPoolClientId");
    }

    @Test
    void whatever_changes_a_product_wants_a_token_with_the_scope() {
        assertThat(logicalIds("AWS::ApiGatewayV2::Route"))
                .filteredOn(
                        route -> !properties(route).path("RouteKey").asText().matches("GET /products(/\\{id})?"))
                .hasSize(4)
                .allSatisfy(route -> {
                    assertThat(properties(route).path("AuthorizationType").asText())
                            .isEqualTo("JWT");
                    assertThat(properties(route).path("AuthorizationScopes")).hasSize(1);
                });
    }

    @Test
    void a_table_can_be_put_back_to_any_second_of_the_last_weeks() {
        assertThat(logicalIds("AWS::DynamoDB::Table")).isNotEmpty().allSatisfy(table -> assertThat(properties(table)
                        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue());
    }

    @ParameterizedTest(name = "{1} alarms for {0}, from {2} on")
    @CsvSource({
        "HarbourGoods/Catalogue faults, 2, 1",
        "HarbourGoods/Catalogue latency, 2, 500",
        "AWS/Lambda Throttles, 2, 1",
        "AWS/ApiGateway 5xx, 1, 1",
        "AWS/Lambda IteratorAge, 1, 300000"
    })
    void somebody_is_told_when_something_fails_or_is_slow_or_late(String metric, int alarms, int threshold) {
        assertThat(alarmsFor(metric)).hasSize(alarms).allSatisfy(alarm -> assertThat(
                        alarm.path("Threshold").asInt())
                .isEqualTo(threshold));
    }

    @Test
    void an_alarm_rings_when_there_is_more_than_there_should_be_and_not_when_there_is_nothing() {
        assertThat(logicalIds("AWS::CloudWatch::Alarm")).isNotEmpty().allSatisfy(alarm -> {
            assertThat(properties(alarm).path("ComparisonOperator").asText()).isEqualTo("GreaterThanOrEqualToThreshold");
            assertThat(properties(alarm).path("TreatMissingData").asText()).isEqualTo("notBreaching");
        });
        assertThat(logicalIds("AWS::CloudWatch::Dashboard")).hasSize(1);
    }

    @Test
    void somebody_is_told_of_an_error_of_any_function() {
        assertThat(alarmsFor("AWS/Lambda Errors"))
                .extracting(alarm -> alarm.at("/Dimensions/0/Value/Ref").asText())
                .containsExactlyInAnyOrderElementsOf(logicalIds("AWS::Lambda::Function"));
        assertThat(alarmsFor("AWS/Lambda Errors"))
                .allSatisfy(alarm -> assertThat(alarm.path("Threshold").asInt()).isEqualTo(1));
    }

    @Test
    void somebody_is_told_of_the_first_message_that_is_put_aside_in_any_queue() {
        List<String> putAside = logicalIds("AWS::SQS::Queue").stream()
                .filter(queue -> !properties(queue).has("RedrivePolicy"))
                .toList();

        assertThat(alarmsFor("AWS/SQS ApproximateNumberOfMessagesVisible"))
                .extracting(alarm ->
                        alarm.at("/Dimensions/0/Value/Fn::GetAtt/0").asText())
                .containsExactlyInAnyOrderElementsOf(putAside);
        assertThat(alarmsFor("AWS/SQS ApproximateNumberOfMessagesVisible"))
                .allSatisfy(alarm -> assertThat(alarm.path("Threshold").asInt()).isEqualTo(1));
    }

    @Test
    void a_record_that_cannot_be_handled_is_isolated_tried_again_and_put_aside() {
        JsonNode stream = mapping("/EventSourceArn/Fn::GetAtt/1", "StreamArn");

        assertThat(stream.path("BisectBatchOnFunctionError").asBoolean()).isTrue();
        assertThat(stream.path("FunctionResponseTypes")).extracting(JsonNode::asText).containsExactly("ReportBatchItemFailures");
        String givenUp = stream.at("/DestinationConfig/OnFailure/Destination/Fn::GetAtt/0").asText();
        assertThat(logicalIds("AWS::SQS::Queue")).contains(givenUp);
        assertThat(template.at("/Outputs/GivenUpQueueUrl/Value/Ref").asText()).isEqualTo(givenUp);
    }

    @Test
    void an_outage_of_minutes_loses_no_event_and_a_bad_record_does_not_hold_up_the_others_for_long() {
        JsonNode stream = mapping("/EventSourceArn/Fn::GetAtt/1", "StreamArn");

        assertThat(stream.path("MaximumRetryAttempts").asInt(-1))
                .as("retries, of which the later ones are a minute apart")
                .isBetween(8, 20);
        assertThat(stream.path("MaximumRecordAgeInSeconds").asInt(-1))
                .as("an age would give up what waits behind the bad record as well")
                .isEqualTo(-1);
    }

    @Test
    void a_listener_has_only_those_messages_come_again_that_failed() {
        assertThat(logicalIds("AWS::Lambda::EventSourceMapping")).hasSize(3).allSatisfy(mapping -> assertThat(
                        properties(mapping).path("FunctionResponseTypes"))
                .extracting(JsonNode::asText)
                .containsExactly("ReportBatchItemFailures"));
    }

    @Test
    void in_production_nobody_intercepts_events() {
        assertThat(logicalIds(template, "AWS::Events::Rule")).anyMatch(rule -> rule.contains("Interception"));
        assertThat(logicalIds(production, "AWS::Events::Rule"))
                .isNotEmpty()
                .noneMatch(rule -> rule.contains("Interception"));
        assertThat(production.path("Resources").toString()).doesNotContain("test.");
        assertThat(production.path("Outputs").has("InterceptionQueueUrl")).isFalse();
    }

    @Test
    void a_function_may_do_only_what_it_was_granted() {
        assertThat(logicalIds("AWS::IAM::Policy")).isNotEmpty().allSatisfy(policy -> assertThat(
                        properties(policy).at("/PolicyDocument/Statement"))
                .allSatisfy(statement -> {
                    assertThat(statement.path("Action").toString()).doesNotContain("*");
                    assertThat(statement.path("Resource").toString()).doesNotContain("*");
                }));
        assertThat(logicalIds("AWS::IAM::Role"))
                .allSatisfy(role -> assertThat(properties(role).has("ManagedPolicyArns"))
                        .as("%s uses a policy that AWS made for everybody", role)
                        .isFalse());
    }

    @Test
    void nobody_outside_gets_at_the_files_of_an_import() {
        assertThat(logicalIds("AWS::S3::Bucket")).hasSize(1).allSatisfy(bucket -> assertThat(
                        properties(bucket).path("PublicAccessBlockConfiguration"))
                .hasSize(4)
                .allMatch(JsonNode::asBoolean));
    }

    @Test
    void keeps_no_log_for_ever() {
        assertThat(logicalIds("AWS::Logs::LogGroup")).isNotEmpty().allSatisfy(log -> assertThat(
                        properties(log).has("RetentionInDays"))
                .isTrue());
    }

    @Test
    void passes_the_review_rules_each_exception_with_its_reason() {
        assertThat(annotations.findError("*", Match.anyValue())).isEmpty();
        assertThat(annotations.findWarning("*", Match.anyValue())).isEmpty();
    }

    private static JsonNode templateOf(ProductApiStack stack) {
        return new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
    }

    /** @param metric namespace and name */
    private static List<JsonNode> alarmsFor(String metric) {
        return logicalIds("AWS::CloudWatch::Alarm").stream()
                .map(ProductApiStackTest::properties)
                .filter(alarm -> metric.equals(
                        alarm.path("Namespace").asText() + " " + alarm.path("MetricName").asText()))
                .toList();
    }

    private static JsonNode mapping(String pointer, String value) {
        return logicalIds("AWS::Lambda::EventSourceMapping").stream()
                .map(ProductApiStackTest::properties)
                .filter(mapping -> mapping.at(pointer).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> logicalIds(String type) {
        return logicalIds(template, type);
    }

    private static List<String> logicalIds(JsonNode template, String type) {
        List<String> ids = new ArrayList<>();
        template.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(type)) {
                ids.add(resource.getKey());
            }
        });
        return ids;
    }

    private static JsonNode properties(String logicalId) {
        return template.path("Resources").path(logicalId).path("Properties");
    }
}
