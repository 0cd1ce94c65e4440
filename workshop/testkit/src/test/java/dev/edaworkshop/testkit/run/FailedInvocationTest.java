package dev.edaworkshop.testkit.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.logs.LogEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FailedInvocationTest {
    @Test
    void says_what_failed_where_in_the_lab_and_what_was_printed_without_the_trace() {
        String result = """
                {"errorMessage": "not authorized to perform: SNS:Publish", "errorType": "AuthorizationErrorException",
                 "stackTrace": ["software.amazon.X.y(X.java:1)", "dev.edaworkshop.lab1.SnsEventPublisher.publish(SnsEventPublisher.java:37)"]}""";
        List<LogEvent> log = Stream.of(
                        "START RequestId: 1 Version: $LATEST",
                        "Publishing product_created\n",
                        "not authorized to perform: SNS:Publish: com.Boom\n\tat a.B.c(B.java:1)\nCaused by: x\n\t... 3 more",
                        "END RequestId: 1")
                .map(message -> new LogEvent(1, "stream", Instant.EPOCH, message))
                .toList();

        assertThat(FailedInvocation.inWords(result, log)).isEqualTo("""
                        it failed with AuthorizationErrorException: not authorized to perform: SNS:Publish
                          at dev.edaworkshop.lab1.SnsEventPublisher.publish(SnsEventPublisher.java:37)
                          The last it printed:
                            Publishing product_created""");
    }
}
