package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.wire.Call;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a request gets at a queue: by its URL, and only if the caller may. */
record QueueAccess(Queues queues) {

    /** @param action without the service, such as {@code SendMessage} */
    Queue queue(Call call, String action, @Nullable String queueUrl) {
        String url = required("QueueUrl", queueUrl);
        call.authorize("sqs:" + action, queues.arnOf(url));
        return queues.queue(url);
    }

    /** As {@link #queue(Call, String, String)}, for the actions that name queues by ARN. */
    Queue queueByArn(Call call, String action, String parameter, @Nullable String arn) {
        String required = required(parameter, arn);
        call.authorize("sqs:" + action, required);
        return Optional.of(required)
                .filter(text -> text.startsWith("arn:"))
                .flatMap(queues::find)
                .orElseThrow(() -> SqsErrors.resourceNotFound(parameter));
    }

    static String required(String parameter, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw SqsErrors.missingParameter(parameter);
        }
        return value;
    }
}
