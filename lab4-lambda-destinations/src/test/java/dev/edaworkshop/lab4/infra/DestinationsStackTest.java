package dev.edaworkshop.lab4.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class DestinationsStackTest {

    private static JsonNode template;
    private static Annotations annotations;

    @BeforeAll
    static void synthesize() {
        var stack = new DestinationsStack(new App(), "Lab4LambdaDestinations");
        Aspects.of(stack).add(new AwsSolutionsChecks());
        template = new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
        annotations = Annotations.fromStack(stack);
    }

    @Test
    void tells_the_checks_and_your_terminals_where_everything_is() {
        assertThat(template.path("Outputs").fieldNames())
                .toIterable()
                .contains(
                        "BusName",
                        "CashierFunction",
                        "PaymentsFunction",
                        "PierScreenFunction",
                        "ReceiptsFunction",
                        "PaymentFailuresQueueUrl",
                        "PaymentsTable",
                        "ProviderTable",
                        "OutboxTable");
    }

    @Test
    void tables_and_queues_keep_what_they_have_for_a_while() {
        assertThat(logicalIds("AWS::DynamoDB::Table")).hasSize(3).allSatisfy(table -> assertThat(properties(table)
                        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue());
        assertThat(logicalIds("AWS::SQS::Queue")).allSatisfy(queue -> assertThat(
                        properties(queue).path("MessageRetentionPeriod").asInt())
                .isEqualTo(14 * 24 * 60 * 60));
    }

    @Test
    void inventory_and_payments_each_reach_those_who_care() {
        assertThat(logicalIds("AWS::Events::Rule")).hasSize(3).allSatisfy(rule -> assertThat(
                        properties(rule).at("/Targets/0/InputPath").asText())
                .startsWith("$.detail"));
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
    void keeps_no_log_for_ever() {
        assertThat(logicalIds("AWS::Logs::LogGroup")).isNotEmpty().allSatisfy(log -> assertThat(
                        properties(log).has("RetentionInDays"))
                .isTrue());
    }

    @Test
    void passes_the_review_rules_without_an_exception() {
        assertThat(annotations.findError("*", Match.anyValue())).isEmpty();
        assertThat(annotations.findWarning("*", Match.anyValue())).isEmpty();
    }

    private static List<String> logicalIds(String type) {
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
