package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.RecordStream;
import dev.edaworkshop.localcloud.delivery.RecordStreams;
import dev.edaworkshop.localcloud.iam.Decision;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.lambda.StreamSettings.StartingPosition;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Streams of tables, as event source mappings read them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda with DynamoDB</a>
 */
public final class StreamEventSource implements EventSource {
    private static final List<String> NEEDED_ACTIONS = List.of("GetRecords", "GetShardIterator", "DescribeStream");

    private final RecordStreams streams;
    private final AccountContext account;
    /** By the mapping's UUID: where a mapping goes on that was changed, or disabled for a while. */
    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    public StreamEventSource(RecordStreams streams, AccountContext account) {
        this.streams = streams;
        this.account = account;
    }

    @Override
    public String service() {
        return "dynamodb";
    }

    @Override
    public EventSourceMapping.Settings defaults() {
        return EventSourceMapping.Settings.ofStream(StreamSettings.from(StartingPosition.LATEST));
    }

    @Override
    public void check(Function function, String eventSourceArn, EventSourceMapping.Settings settings) {
        stream(eventSourceArn);
        Principal role = function.principal();
        boolean mayList = isAllowed(role, "ListStreams", "*") || isAllowed(role, "ListStreams", eventSourceArn);
        if (!mayList || !NEEDED_ACTIONS.stream().allMatch(action -> isAllowed(role, action, eventSourceArn))) {
            throw LambdaErrors.invalidParameter(
                    "Cannot access stream %s. Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM."
                            .formatted(eventSourceArn));
        }
    }

    @Override
    public Reading start(Function function, EventSourceMapping mapping) {
        RecordStream stream = stream(mapping.eventSourceArn());
        StreamSettings settings = mapping.settings().stream().orElseThrow();
        long first = settings.startingPosition() == StartingPosition.LATEST ? stream.end() : 0;
        StreamPoller poller = StreamPoller.start(
                mapping.settings(), function, stream, positions.getOrDefault(mapping.uuid(), first), account);
        return () -> positions.put(mapping.uuid(), poller.close());
    }

    private boolean isAllowed(Principal role, String action, String resource) {
        return account.iam().decide(role, "dynamodb:" + action, resource, Map.of()) instanceof Decision.Allowed;
    }

    private RecordStream stream(String arn) {
        return streams.find(arn).orElseThrow(() -> LambdaErrors.invalidParameter("Stream not found: " + arn));
    }
}
