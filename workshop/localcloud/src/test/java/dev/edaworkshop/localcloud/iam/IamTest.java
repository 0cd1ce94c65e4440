package dev.edaworkshop.localcloud.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamTest {
    private static final String ACCOUNT = "000000000000";
    private static final String TOPIC = "arn:aws:sns:us-east-1:000000000000:ProductCreated";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:Inventory";
    private static final Principal CATALOGUE = new Principal.AssumedRole(ACCOUNT, "CatalogueRole", "Catalogue");
    private static final Principal SNS = new Principal.Service("sns.amazonaws.com");

    private final Iam iam = new Iam(ACCOUNT);

    @Test
    void a_role_without_a_policy_is_denied_in_the_words_of_aws() {
        role();

        Decision decision = iam.decide(CATALOGUE, "sns:Publish", TOPIC, Map.of());

        assertThat(decision).isInstanceOfSatisfying(Decision.Denied.class, denied -> assertThat(
                        denied.message(CATALOGUE, "SNS:Publish", TOPIC))
                .isEqualTo("User: arn:aws:sts::000000000000:assumed-role/CatalogueRole/Catalogue is not authorized to"
                        + " perform: SNS:Publish on resource: arn:aws:sns:us-east-1:000000000000:ProductCreated because"
                        + " no identity-based policy allows the SNS:Publish action"));
    }

    @ParameterizedTest(name = "action {0} on {1} allows sns:Publish on the topic: {2}")
    @CsvSource({
        "sns:Publish, arn:aws:sns:us-east-1:000000000000:ProductCreated, true",
        "SNS:publish, arn:aws:sns:us-east-1:000000000000:ProductCreated, true",
        "sns:*, *, true",
        "sns:Pub?ish, arn:aws:sns:*:*:Product*, true",
        "sns:Subscribe, *, false",
        "sns:Publish, arn:aws:sns:us-east-1:000000000000:ProductDeleted, false",
        "sns:Publish, arn:aws:sns:us-east-1:000000000000:productcreated, false",
    })
    void matches_actions_and_resources(String action, String resource, boolean allowed) {
        role();
        iam.putRolePolicy("CatalogueRole", "Default", allow(action, resource));

        assertThat(allows(CATALOGUE, "sns:Publish", TOPIC, Map.of())).isEqualTo(allowed);
    }

    @Test
    void an_explicit_deny_wins() {
        role();
        iam.putRolePolicy("CatalogueRole", "Allow", allow("*", "*"));
        iam.putResourcePolicy(TOPIC, "Policy", Policy.parse("""
                        {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*"}}"""));

        assertThat(iam.decide(CATALOGUE, "sns:Publish", TOPIC, Map.of()))
                .isEqualTo(new Decision.Denied("resource-based", true));
        assertThat(iam.decide(new Principal.Administrator(ACCOUNT), "sns:Publish", TOPIC, Map.of()))
                .isEqualTo(new Decision.Denied("resource-based", true));
    }

    @Test
    void a_service_is_let_in_by_the_resource_policy_and_only_for_the_source_it_names() {
        assertThat(allows(SNS, "sqs:SendMessage", QUEUE, Map.of("aws:SourceArn", TOPIC)))
                .isFalse();

        iam.putResourcePolicy(QUEUE, "Policy", Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                  "Action": "sqs:SendMessage", "Resource": "%s", "Condition": {"ArnEquals": {"aws:SourceArn": "%s"}}}]}""".formatted(QUEUE, TOPIC)));

        assertThat(allows(SNS, "sqs:SendMessage", QUEUE, Map.of("aws:SourceArn", TOPIC)))
                .isTrue();
        assertThat(allows(SNS, "sqs:SendMessage", QUEUE, Map.of("aws:SourceArn", TOPIC + "2")))
                .isFalse();
        assertThat(allows(SNS, "sqs:SendMessage", QUEUE, Map.of())).isFalse();
    }

    @Test
    void a_statement_that_insists_on_tls_lets_the_loopback_interface_pass() {
        role();
        iam.putRolePolicy("CatalogueRole", "Allow", allow("sns:Publish", TOPIC));
        iam.putResourcePolicy(TOPIC, "Policy", Policy.parse("""
                {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*",
                  "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}"""));

        assertThat(allows(CATALOGUE, "sns:Publish", TOPIC, Map.of())).isTrue();
    }

    @Test
    void a_boundary_limits_what_the_role_may() {
        iam.putRole(new Role(
                "CatalogueRole",
                "arn:aws:iam::000000000000:role/CatalogueRole",
                trust("lambda.amazonaws.com"),
                Map.of("Allow", allow("*", "*")),
                Optional.of(allow("sqs:*", "*"))));

        assertThat(iam.decide(CATALOGUE, "sns:Publish", TOPIC, Map.of()))
                .isEqualTo(new Decision.Denied("permissions boundary", false));
        assertThat(allows(CATALOGUE, "sqs:SendMessage", QUEUE, Map.of())).isTrue();
    }

    @Test
    void a_policy_with_a_condition_operator_that_would_be_ignored_is_refused_by_name() {
        assertThatThrownBy(() -> Policy.parse("""
                        {"Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
                          "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}]}"""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("IpAddress");
    }

    @Test
    void a_role_is_assumed_only_by_the_service_its_trust_policy_names() {
        role();

        Role role = iam.role("CatalogueRole").orElseThrow();
        assertThat(role.trusts("lambda.amazonaws.com")).isTrue();
        assertThat(role.trusts("events.amazonaws.com")).isFalse();
    }

    private boolean allows(Principal principal, String action, String resource, Map<String, String> keys) {
        return iam.decide(principal, action, resource, keys) instanceof Decision.Allowed;
    }

    private void role() {
        iam.putRole(new Role(
                "CatalogueRole",
                "arn:aws:iam::000000000000:role/CatalogueRole",
                trust("lambda.amazonaws.com"),
                Map.of(),
                Optional.empty()));
    }

    private static Policy trust(String service) {
        return Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "%s"}, "Action": "sts:AssumeRole"}]}""".formatted(service));
    }

    private static Policy allow(String action, String resource) {
        return Policy.parse("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource));
    }
}
