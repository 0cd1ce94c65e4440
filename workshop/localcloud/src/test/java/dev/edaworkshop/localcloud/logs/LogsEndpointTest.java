package dev.edaworkshop.localcloud.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.edaworkshop.localcloud.LocalCloud;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CloudWatchLogsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

class LogsEndpointTest {
    private static final String GROUP = "/aws/lambda/pay";

    private final LocalCloud cloud = LocalCloud.start(0);
    private final LogGroup group = cloud.account().context().logs().group(GROUP);
    private final CloudWatchLogsClient logs = CloudWatchLogsClient.builder()
            .endpointOverride(cloud.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    @AfterEach
    void close() {
        logs.close();
        cloud.close();
    }

    @Test
    void events_of_all_streams_come_in_their_order() {
        group.stream("a").append("one");
        group.stream("b").append("two\n");
        group.stream("a").append("three");

        assertThat(logs.filterLogEvents(request -> request.logGroupName(GROUP)).events())
                .extracting(FilteredLogEvent::logStreamName, FilteredLogEvent::message)
                .containsExactly(tuple("a", "one"), tuple("b", "two"), tuple("a", "three"));
    }

    @Test
    void times_are_those_of_the_accounts_clock() {
        group.stream("a").append("early");
        cloud.account().clock().advance(Duration.ofHours(1));
        long start = cloud.account().clock().instant().toEpochMilli();
        group.stream("a").append("late");

        assertThat(logs.filterLogEvents(request -> request.logGroupName(GROUP).startTime(start))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactly("late");
    }

    @ParameterizedTest(name = "{0} finds {1} events")
    @CsvSource(
            quoteCharacter = '`',
            value = {"ERROR, 2", "ERROR -card, 1", "\"card declined\", 1", "error, 0", "`ERROR out`, 1"})
    void a_pattern_of_terms_selects_messages(String pattern, int found) {
        group.stream("a").append("ERROR card declined");
        group.stream("a").append("ERROR out of stock");
        group.stream("a").append("done");

        assertThat(logs.filterLogEvents(request -> request.logGroupName(GROUP).filterPattern(pattern))
                        .events())
                .hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ $.level = \"ERROR\" }", "%[0-9]+%", "?ERROR ?WARN"})
    void other_patterns_are_refused_by_name(String pattern) {
        assertThatThrownBy(() -> logs.filterLogEvents(
                        request -> request.logGroupName(GROUP).filterPattern(pattern)))
                .isInstanceOf(CloudWatchLogsException.class)
                .hasMessageContaining("does not support the filter pattern " + pattern);
    }

    @Test
    void a_stream_is_read_page_by_page() {
        LogStream stream = group.stream("a");
        stream.append("one");
        stream.append("two");
        stream.append("three");

        GetLogEventsResponse first = logs.getLogEvents(request -> request.logGroupName(GROUP)
                .logStreamName("a")
                .startFromHead(true)
                .limit(2));
        GetLogEventsResponse second = logs.getLogEvents(
                request -> request.logGroupName(GROUP).logStreamName("a").nextToken(first.nextForwardToken()));
        GetLogEventsResponse end = logs.getLogEvents(
                request -> request.logGroupName(GROUP).logStreamName("a").nextToken(second.nextForwardToken()));

        assertThat(first.events()).extracting(OutputLogEvent::message).containsExactly("one", "two");
        assertThat(second.events()).extracting(OutputLogEvent::message).containsExactly("three");
        assertThat(end.events()).isEmpty();
        assertThat(end.nextForwardToken()).isEqualTo(second.nextForwardToken());
    }

    @Test
    void groups_and_streams_are_listed() {
        group.stream("2026/11/20/[$LATEST]1").append("one");

        assertThat(logs.describeLogGroups(request -> request.logGroupNamePrefix("/aws/"))
                        .logGroups())
                .singleElement()
                .satisfies(described -> assertThat(described.arn())
                        .isEqualTo("arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/pay:*"));
        assertThat(logs.describeLogStreams(
                                request -> request.logGroupName(GROUP).orderBy("LastEventTime"))
                        .logStreams())
                .singleElement()
                .satisfies(stream -> assertThat(stream.logStreamName()).isEqualTo("2026/11/20/[$LATEST]1"));
    }

    @Test
    void a_group_that_is_not_there_is_not_found() {
        assertThatThrownBy(() -> logs.filterLogEvents(request -> request.logGroupName("nothing")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("The specified log group does not exist.");
    }
}
