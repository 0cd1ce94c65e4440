package dev.edaworkshop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabExtensionTest {
    private static final String BUS = "arn:aws:events:us-east-1:000000000000:event-bus/harbour";
    private static final String PROCESSOR = "arn:aws:lambda:us-east-1:000000000000:function:StreamProcessor";
    private static final Red RED = Red.because("wrong-status", "404", "It was answered 500");

    private final Journal journal = new Journal(() -> Instant.EPOCH);

    @Test
    void a_red_about_deliveries_tells_what_was_filtered_and_any_other_does_not() {
        journal.hop(Hop.Kind.FILTERED)
                .from(BUS)
                .event("e-1")
                .to("arn:aws:events:us-east-1:000000000000:rule/harbour/Notifications")
                .because("`detail-type` is product_created")
                .record();

        assertThat(explained(RED, AboutDeliveries.class).observed())
                .isEqualTo(
                        "It was answered 500\n  Why: at rule/harbour/Notifications it was filtered out, `detail-type` is product_created");
        assertThat(explained(RED, AboutAnswers.class).observed()).isEqualTo("It was answered 500");
    }

    @Test
    void where_reports_are_expected_only_a_function_that_threw_explains_a_red() {
        threw("record 7 was reported as batch item failure", """
                {"batchItemFailures": [{"itemIdentifier": "7"}]}""");
        Red red = RED.withReportsExpected();

        assertThat(explained(RED, AboutAnswers.class).mistake()).isEqualTo("function-failed");
        assertThat(explained(red, AboutAnswers.class).mistake()).isEqualTo("wrong-status");
        assertThat(explained(red, AboutAnswers.class).observed()).isEqualTo("It was answered 500");

        threw("java.lang.NullPointerException: no entries", """
                {"errorType": "java.lang.NullPointerException", "errorMessage": "no entries", "stackTrace": [
                 "java.util.Objects.requireNonNull(Objects.java:1)",
                 "dev.edaworkshop.lab5.pipeline.EventBridgeProvider.put(EventBridgeProvider.java:60)",
                 "dev.edaworkshop.lab5.pipeline.EventBridgeProvider.send(EventBridgeProvider.java:42)",
                 "dev.edaworkshop.lab5.pipeline.EventBridgeProvider.publish(EventBridgeProvider.java:37)"]}""");

        assertThat(explained(red, AboutAnswers.class).observed())
                .endsWith("Why: function StreamProcessor failed once: java.lang.NullPointerException: no entries\n"
                        + "    at dev.edaworkshop.lab5.pipeline.EventBridgeProvider.put(EventBridgeProvider.java:60)\n"
                        + "    at dev.edaworkshop.lab5.pipeline.EventBridgeProvider.send(EventBridgeProvider.java:42)");
    }

    private void threw(String reason, String payload) {
        journal.hop(Hop.Kind.THREW)
                .from(PROCESSOR)
                .event("e-1")
                .because(reason)
                .carrying(payload)
                .record();
    }

    private Red explained(Red red, Class<?> check) {
        return LabExtension.explained(red, lab(), check.getAnnotation(Exercise.class));
    }

    private DeployedLab lab() {
        return (DeployedLab) Proxy.newProxyInstance(
                DeployedLab.class.getClassLoader(),
                new Class<?>[] {DeployedLab.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "journal" -> journal.hops();
                    case "expectedToFail" -> Set.of();
                    case "printed" -> List.of();
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Exercise("9.1")
    private static final class AboutDeliveries {}

    @Exercise(value = "9.2", aboutDeliveries = false)
    private static final class AboutAnswers {}
}
