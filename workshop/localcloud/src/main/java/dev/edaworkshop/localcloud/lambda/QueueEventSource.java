package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.delivery.MessageSource;
import dev.edaworkshop.localcloud.delivery.MessageSources;
import dev.edaworkshop.localcloud.iam.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Queues, as event source mappings read them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with SQS</a>
 */
public final class QueueEventSource implements EventSource {
    private static final List<String> NEEDED_ACTIONS = List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes");
    private static final int MAX_WITHOUT_WINDOW = 10;
    private static final int MAX_FIFO_BATCH = 10;

    private final MessageSources queues;
    private final AccountContext account;

    public QueueEventSource(MessageSources queues, AccountContext account) {
        this.queues = queues;
        this.account = account;
    }

    @Override
    public String service() {
        return "sqs";
    }

    @Override
    public EventSourceMapping.Settings defaults() {
        return EventSourceMapping.Settings.DEFAULT;
    }

    @Override
    public void check(Function function, String eventSourceArn, EventSourceMapping.Settings settings) {
        MessageSource queue = queue(eventSourceArn);
        checkBatches(eventSourceArn, settings);
        for (String action : NEEDED_ACTIONS) {
            Decision decision = account.iam().decide(function.principal(), "sqs:" + action, queue.arn(), Map.of());
            if (decision instanceof Decision.Denied) {
                throw LambdaErrors.invalidParameter(
                        "The provided execution role does not have permissions to call %s on SQS".formatted(action));
            }
        }
        Duration timeout = function.configuration().timeout();
        if (queue.visibilityTimeout().compareTo(timeout) < 0) {
            throw LambdaErrors.invalidParameter(
                    "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
                            .formatted(queue.visibilityTimeout().toSeconds(), timeout.toSeconds()));
        }
    }

    @Override
    public Reading start(Function function, EventSourceMapping mapping) {
        return QueuePoller.start(mapping.settings(), function, queue(mapping.eventSourceArn()), account)::close;
    }

    private static void checkBatches(String queueArn, EventSourceMapping.Settings settings) {
        if (queueArn.endsWith(".fifo")) {
            LambdaErrors.checkRange(settings.batchSize(), "batchSize", 1, MAX_FIFO_BATCH);
            if (!settings.batchingWindow().isZero()) {
                throw LambdaErrors.invalidParameter("Batching window is not supported for FIFO queues");
            }
        }
        if (settings.batchSize() > MAX_WITHOUT_WINDOW
                && settings.batchingWindow().isZero()) {
            throw LambdaErrors.invalidParameter(
                    "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        }
    }

    private MessageSource queue(String arn) {
        return queues.find(arn)
                .orElseThrow(
                        () -> LambdaErrors.invalidParameter(
                                "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. SQS Error Message: The specified queue does not exist."));
    }
}
