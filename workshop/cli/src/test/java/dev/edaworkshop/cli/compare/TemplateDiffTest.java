package dev.edaworkshop.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.compare.TemplateDiff.Difference.Changed;
import dev.edaworkshop.cli.compare.TemplateDiff.Difference.OnlyMine;
import dev.edaworkshop.cli.compare.TemplateDiff.Difference.OnlySolution;
import org.junit.jupiter.api.Test;

class TemplateDiffTest {
    @Test
    void order_metadata_and_the_hashes_of_code_mean_nothing() {
        String one = """
                {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Metadata": {"p": 1},
                  "Properties": {"Code": {"S3Key": "%s.zip"}, "Tags": ["a", "b"]}},
                  "M": {"Type": "AWS::CDK::Metadata"}}}""".formatted("a".repeat(64));
        String other = """
                {"Resources": {"F": {"Properties": {"Tags": ["b", "a"], "Code": {"S3Key": "%s.zip"}},
                  "Type": "AWS::Lambda::Function"}}}""".formatted("b".repeat(64));

        assertThat(TemplateDiff.of(one, other)).isEmpty();
    }

    @Test
    void a_resource_under_another_name_is_the_same_with_all_that_refers_to_it() {
        String one = """
                {"Resources": {"Mine": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 1}},
                  "S": {"Type": "AWS::SNS::Subscription", "Properties": {"Endpoint": {"Ref": "Mine"}}}}}""";

        assertThat(TemplateDiff.of(one, one.replace("Mine", "Theirs"))).isEmpty();
    }

    @Test
    void names_what_is_missing_what_is_too_much_and_which_property_differs() {
        String mine = """
                {"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {"maxReceiveCount": 5}}},
                  "Extra": {"Type": "AWS::SNS::Topic"}}}""";
        String solution = """
                {"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {"maxReceiveCount": 3}}},
                  "T": {"Type": "AWS::SNS::TopicPolicy"}}}""";

        assertThat(TemplateDiff.of(mine, solution))
                .containsExactlyInAnyOrder(
                        new OnlyMine("Extra", "AWS::SNS::Topic"),
                        new OnlySolution("T", "AWS::SNS::TopicPolicy"),
                        new Changed("Q", "AWS::SQS::Queue", "RedrivePolicy.maxReceiveCount", "5", "3"));
    }
}
