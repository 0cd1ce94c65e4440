package dev.edaworkshop.localcloud.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueAttributesTest {
    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource({
        "VisibilityTimeout, 0, 43200",
        "DelaySeconds, 0, 900",
        "MaximumMessageSize, 1024, 1048576",
        "MessageRetentionPeriod, 60, 1209600",
        "ReceiveMessageWaitTimeSeconds, 0, 20",
        "KmsDataKeyReusePeriodSeconds, 60, 86400"
    })
    void numbers_have_the_bounds_of_aws(String name, int min, int max) {
        for (int inside : new int[] {min, max}) {
            assertThat(with(name, String.valueOf(inside)).values()).containsEntry(name, String.valueOf(inside));
        }
        for (String outside : new String[] {String.valueOf(min - 1), String.valueOf(max + 1), "ten", ""}) {
            assertThatThrownBy(() -> with(name, outside))
                    .hasMessage(
                            "Invalid value for the parameter %s. It must be an integer from %d to %d, was %s.",
                            name, min, max, outside);
        }
    }

    @Test
    void a_policy_that_would_be_ignored_in_part_is_refused() {
        assertThatThrownBy(() -> with("Policy", """
                        {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*",
                          "Condition": {"IpAddress": {"aws:SourceIp": "127.0.0.1"}}}]}""")).hasMessageContaining("IpAddress");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no json",
                "{}",
                "{\"redrivePermission\":\"perhaps\"}",
                "{\"redrivePermission\":\"byQueue\"}",
                "{\"redrivePermission\":\"denyAll\",\"sourceQueueArns\":[\"arn:aws:sqs:us-east-1:000000000000:q\"]}"
            })
    void a_redrive_allow_policy_has_a_permission_and_sources_that_go_with_it(String policy) {
        assertThatThrownBy(() -> with("RedriveAllowPolicy", policy))
                .hasMessageStartingWith("Value %s for parameter RedriveAllowPolicy is invalid.", policy);
    }

    @Test
    void a_key_of_ones_own_takes_the_place_of_the_encryption_by_default() {
        assertThat(with("KmsMasterKeyId", "alias/orders").values()).containsEntry("SqsManagedSseEnabled", "false");
    }

    private static QueueAttributes with(String name, String value) {
        return QueueAttributes.DEFAULTS.with(Map.of(name, value));
    }
}
