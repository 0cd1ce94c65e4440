package dev.edaworkshop.lab5.infra;

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

class ProductApiStackTest {

    private static JsonNode template;
    private static Annotations annotations;

    @BeforeAll
    static void synthesize() {
        var stack = new ProductApiStack(new App(), "Lab5ProductApi");
        Aspects.of(stack).add(new AwsSolutionsChecks());
        template = new ObjectMapper().valueToTree(Template.fromStack(stack).toJSON());
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

    @Test
    void somebody_is_told_when_an_application_fails_or_is_slow() {
        assertThat(logicalIds("AWS::CloudWatch::Alarm")).hasSize(6);
        assertThat(logicalIds("AWS::CloudWatch::Dashboard")).hasSize(1);
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
