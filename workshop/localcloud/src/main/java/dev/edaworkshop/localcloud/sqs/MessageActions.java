package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import dev.edaworkshop.localcloud.delivery.MessageSource.Received;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.wire.Call;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** The actions on one message, or on as many as a receive finds. */
final class MessageActions {
    private static final String ALL = "All";
    private static final int MAX_RECEIVE = 10;
    private static final int MAX_WAIT_SECONDS = 20;
    private static final int MAX_VISIBILITY_SECONDS = 43_200;

    private final Queues queues;
    private final QueueAccess access;

    MessageActions(Queues queues) {
        this.queues = queues;
        access = new QueueAccess(queues);
    }

    SendMessageResponse send(Call call, SendMessageRequest request) {
        Queue queue = access.queue(call, "SendMessage", request.queueUrl());
        MessageContent content = MessageRules.check(request, queue.attributes());
        MessageRules.checkSize(content, queue.attributes().maxMessageBytes());
        Message message = queue.send(call.caller().arn(), senderId(call.caller()), content);
        return SendMessageResponse.builder()
                .messageId(message.id())
                .sequenceNumber(message.sequenceNumber().orElse(null))
                .md5OfMessageBody(message.md5OfBody())
                .md5OfMessageAttributes(md5(content.attributes()))
                .md5OfMessageSystemAttributes(md5(content.traceHeader()))
                .build();
    }

    ReceiveMessageResponse receive(Call call, ReceiveMessageRequest request) {
        Queue queue = access.queue(call, "ReceiveMessage", request.queueUrl());
        int max = checkedMax(request.maxNumberOfMessages());
        Duration wait = request.waitTimeSeconds() == null
                ? queue.attributes().waitTime()
                : seconds("WaitTimeSeconds", request.waitTimeSeconds(), MAX_WAIT_SECONDS);
        Duration visibilityTimeout = request.visibilityTimeout() == null
                ? queue.visibilityTimeout()
                : seconds("VisibilityTimeout", request.visibilityTimeout(), MAX_VISIBILITY_SECONDS);
        Set<String> systemAttributes = systemAttributeNames(request);
        boolean fifo = queue.attributes().isFifo();
        Optional<String> attemptId = Optional.ofNullable(request.receiveRequestAttemptId())
                .map(attempt -> GroupRules.checkedId("ReceiveRequestAttemptId", attempt));
        if (!fifo && attemptId.isPresent()) {
            throw SqsErrors.notForThisQueueType("ReceiveRequestAttemptId", attemptId.get());
        }
        if (!fifo && wait.isZero() && queue.inFlightCount() >= Queue.MAX_IN_FLIGHT) {
            throw SqsErrors.tooManyInFlight(Queue.MAX_IN_FLIGHT);
        }
        List<Received> received = queue.receive(call.caller().arn(), max, visibilityTimeout, wait, attemptId);
        if (received.isEmpty()) {
            queues.queue(request.queueUrl()); // it may have been deleted during the wait
            return ReceiveMessageResponse.builder().build();
        }
        return ReceiveMessageResponse.builder()
                .messages(received.stream()
                        .map(message -> describe(message, systemAttributes, request.messageAttributeNames()))
                        .toList())
                .build();
    }

    DeleteMessageResponse delete(Call call, DeleteMessageRequest request) {
        Queue queue = access.queue(call, "DeleteMessage", request.queueUrl());
        queue.delete(call.caller().arn(), QueueAccess.required("ReceiptHandle", request.receiptHandle()));
        return DeleteMessageResponse.builder().build();
    }

    ChangeMessageVisibilityResponse changeVisibility(Call call, ChangeMessageVisibilityRequest request) {
        Queue queue = access.queue(call, "ChangeMessageVisibility", request.queueUrl());
        changeVisibility(call, queue, request.receiptHandle(), request.visibilityTimeout());
        return ChangeMessageVisibilityResponse.builder().build();
    }

    static void changeVisibility(
            Call call, Queue queue, @Nullable String receiptHandle, @Nullable Integer timeoutSeconds) {
        String handle = QueueAccess.required("ReceiptHandle", receiptHandle);
        if (timeoutSeconds == null) {
            throw SqsErrors.missingParameter("VisibilityTimeout");
        }
        queue.changeVisibility(
                call.caller().arn(), handle, seconds("VisibilityTimeout", timeoutSeconds, MAX_VISIBILITY_SECONDS));
    }

    /** Who SQS says a message is from. */
    static String senderId(Principal caller) {
        return switch (caller) {
            case Principal.Administrator administrator -> administrator.accountId();
            case Principal.AssumedRole role -> "AROA" + role.roleName() + ":" + role.sessionName();
            case Principal.Service service -> service.name();
        };
    }

    /** Absent if there are no attributes. */
    static @Nullable String md5(Map<String, Delivery.Attribute> attributes) {
        return attributes.isEmpty() ? null : MessageDigests.ofAttributes(attributes);
    }

    private static software.amazon.awssdk.services.sqs.model.Message describe(
            Received received, Set<String> systemAttributes, List<String> attributePatterns) {
        var message = software.amazon.awssdk.services.sqs.model.Message.builder()
                .messageId(received.messageId())
                .receiptHandle(received.receiptHandle())
                .md5OfBody(received.md5OfBody())
                .body(received.body());
        Map<String, String> system = new TreeMap<>(received.systemAttributes());
        if (!systemAttributes.contains(ALL)) {
            system.keySet().retainAll(systemAttributes);
        }
        if (!system.isEmpty()) {
            message.attributesWithStrings(system);
        }
        Map<String, Delivery.Attribute> attributes = new TreeMap<>(received.attributes());
        attributes.keySet().removeIf(name -> attributePatterns.stream().noneMatch(pattern -> matches(pattern, name)));
        if (!attributes.isEmpty()) {
            Map<String, MessageAttributeValue> values = new TreeMap<>();
            attributes.forEach((name, attribute) -> values.put(name, value(attribute)));
            message.messageAttributes(values).md5OfMessageAttributes(md5(attributes));
        }
        return message.build();
    }

    /** A pattern is a name, {@code All}, or a prefix and {@code .*}. */
    private static boolean matches(String pattern, String name) {
        return pattern.equals(ALL)
                || pattern.equals(name)
                || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - ".*".length())));
    }

    private static MessageAttributeValue value(Delivery.Attribute attribute) {
        var value = MessageAttributeValue.builder().dataType(attribute.type());
        return attribute.isBinary()
                ? value.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(attribute.value())))
                        .build()
                : value.stringValue(attribute.value()).build();
    }

    /** Older clients, among them the {@code aws} command of Debian 12, use the parameter's first name. */
    @SuppressWarnings("deprecation")
    private static Set<String> systemAttributeNames(ReceiveMessageRequest request) {
        Set<String> names = new HashSet<>(request.messageSystemAttributeNamesAsStrings());
        names.addAll(request.attributeNamesAsStrings());
        for (String name : names) {
            if (MessageSystemAttributeName.fromValue(name) == MessageSystemAttributeName.UNKNOWN_TO_SDK_VERSION) {
                throw SqsErrors.unknownAttribute(name);
            }
        }
        return names;
    }

    private static int checkedMax(@Nullable Integer max) {
        if (max == null) {
            return 1;
        }
        if (max < 1 || max > MAX_RECEIVE) {
            throw SqsErrors.invalidParameter(
                    "MaxNumberOfMessages", max, "Must be between 1 and %d, if provided.".formatted(MAX_RECEIVE));
        }
        return max;
    }

    private static Duration seconds(String parameter, int seconds, int max) {
        if (seconds < 0 || seconds > max) {
            throw SqsErrors.invalidParameter(parameter, seconds, "Must be >= 0 and <= %d, if provided.".formatted(max));
        }
        return Duration.ofSeconds(seconds);
    }
}
