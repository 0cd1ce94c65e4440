package dev.edaworkshop.localcloud.sqs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The AWS SDK against the local cloud; the SDK checks the digests of bodies and attributes itself. */
class SqsEndpointTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final SqsClient sqs = client("anybody");

    @AfterEach
    void close() {
        sqs.close();
        cloud.close();
    }

    @Test
    void a_message_arrives_with_all_its_attributes() {
        String url = create("orders");
        String messageId = sqs.sendMessage(request -> request.queueUrl(url)
                        .messageBody("Grüße \uD83D\uDE80\r\n<&>")
                        .messageGroupId("customer-1")
                        .messageAttributes(Map.of("price", number("99.12"), "blob", binary(), "store.name", text("eu")))
                        .messageSystemAttributes(Map.of(
                                MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                                MessageSystemAttributeValue.builder()
                                        .dataType("String")
                                        .stringValue("Root=1-2-3")
                                        .build())))
                .messageId();

        var messages = sqs.receiveMessage(request -> request.queueUrl(url)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();

        assertThat(messages).singleElement().satisfies(message -> {
            assertThat(message.messageId()).isEqualTo(messageId);
            assertThat(message.body()).isEqualTo("Grüße \uD83D\uDE80\r\n<&>");
            assertThat(message.messageAttributes())
                    .isEqualTo(Map.of("price", number("99.12"), "blob", binary(), "store.name", text("eu")));
            assertThat(message.attributesAsStrings())
                    .containsOnlyKeys(
                            "SenderId",
                            "SentTimestamp",
                            "ApproximateReceiveCount",
                            "ApproximateFirstReceiveTimestamp",
                            "AWSTraceHeader",
                            "MessageGroupId")
                    .containsEntry("SenderId", "000000000000")
                    .containsEntry("AWSTraceHeader", "Root=1-2-3");
        });
    }

    @Test
    void attributes_come_only_when_asked_for() {
        String url = create("orders");
        sqs.sendMessage(request -> request.queueUrl(url)
                .messageBody("x")
                .messageAttributes(Map.of("store.name", text("eu"), "store.city", text("Köln"), "price", number("1"))));

        assertThat(receiveAndReturn(url)).satisfies(message -> {
            assertThat(message.hasAttributes()).isFalse();
            assertThat(message.hasMessageAttributes()).isFalse();
        });
        assertThat(receiveAndReturn(url, "store.*").messageAttributes()).containsOnlyKeys("store.name", "store.city");
        assertThat(receiveAndReturn(url, "price", "nobody").messageAttributes()).containsOnlyKeys("price");
    }

    @Test
    void an_empty_queue_answers_without_messages() {
        String url = create("orders");

        assertThat(sqs.receiveMessage(request -> request.queueUrl(url)).hasMessages())
                .isFalse();
    }

    @Test
    void batches_answer_for_each_entry() {
        String url = create("orders");
        var sent = sqs.sendMessageBatch(request -> request.queueUrl(url)
                .entries(
                        entry("one", "1").build(),
                        entry("late", "2").delaySeconds(901).build(),
                        entry("empty", "").build(),
                        entry("two", "3")
                                .messageAttributes(Map.of("price", number("1")))
                                .build()));

        assertThat(sent.successful()).extracting(entry -> entry.id()).containsExactly("one", "two");
        assertThat(sent.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code, BatchResultErrorEntry::senderFault)
                .containsExactlyInAnyOrder(
                        tuple("late", "InvalidParameterValue", true), tuple("empty", "MissingParameter", true));

        var received = sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10))
                .messages();
        assertThat(received).hasSize(2);
        var deleted = sqs.deleteMessageBatch(request -> request.queueUrl(url)
                .entries(
                        DeleteMessageBatchRequestEntry.builder()
                                .id("a")
                                .receiptHandle(received.getFirst().receiptHandle())
                                .build(),
                        DeleteMessageBatchRequestEntry.builder()
                                .id("b")
                                .receiptHandle("nonsense")
                                .build()));
        assertThat(deleted.successful()).extracting(entry -> entry.id()).containsExactly("a");
        assertThat(deleted.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
                .containsExactly(tuple("b", "ReceiptHandleIsInvalid"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        "no such queue",
                        (sqs, url) -> sqs.receiveMessage(request -> request.queueUrl(url + "x")),
                        400,
                        "AWS.SimpleQueueService.NonExistentQueue",
                        "The specified queue does not exist."),
                refusal(
                        "other attributes",
                        (sqs, url) -> sqs.createQueue(request ->
                                request.queueName("orders").attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "1"))),
                        400,
                        "QueueAlreadyExists",
                        "A queue already exists with the same name and a different value for attribute DelaySeconds"),
                send(
                        "message too long",
                        request -> request.messageBody("x".repeat(1_048_577)),
                        "InvalidParameterValue",
                        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes."),
                refusal(
                        "batch too long",
                        (sqs, url) -> sqs.sendMessageBatch(request -> request.queueUrl(url)
                                .entries(
                                        entry("a", "x".repeat(1_048_576)).build(),
                                        entry("b", "x").build())),
                        400,
                        "AWS.SimpleQueueService.BatchRequestTooLong",
                        "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes."),
                refusal(
                        "too many entries",
                        (sqs, url) -> sqs.sendMessageBatch(request -> request.queueUrl(url)
                                .entries(IntStream.range(0, 20)
                                        .mapToObj(i -> entry("id" + i, "x").build())
                                        .toList())),
                        400,
                        "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
                        "Maximum number of entries per request are 10. You have sent 20."),
                refusal(
                        "bad entry id",
                        (sqs, url) -> sqs.sendMessageBatch(request ->
                                request.queueUrl(url).entries(entry("a.b", "x").build())),
                        400,
                        "AWS.SimpleQueueService.InvalidBatchEntryId",
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long."),
                refusal(
                        "same entry id",
                        (sqs, url) -> sqs.sendMessageBatch(request -> request.queueUrl(url)
                                .entries(
                                        entry("a", "x").build(), entry("a", "x").build())),
                        400,
                        "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
                        "Id a repeated."),
                refusal(
                        "empty batch",
                        (sqs, url) -> sqs.sendMessageBatch(
                                request -> request.queueUrl(url).entries(List.of())),
                        400,
                        "AWS.SimpleQueueService.EmptyBatchRequest",
                        "There should be at least one SendMessageBatchRequestEntry in the request."),
                receive(
                        "max messages",
                        request -> request.maxNumberOfMessages(11),
                        "InvalidParameterValue",
                        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided."),
                receive(
                        "wait time",
                        request -> request.waitTimeSeconds(21),
                        "InvalidParameterValue",
                        "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided."),
                receive(
                        "unknown attribute",
                        request -> request.messageSystemAttributeNamesWithStrings("Colour"),
                        "InvalidAttributeName",
                        "Unknown Attribute Colour."),
                send(
                        "empty body",
                        request -> request.messageBody(""),
                        "MissingParameter",
                        "The request must contain the parameter MessageBody."),
                send(
                        "control character",
                        request -> request.messageBody("\u0001"),
                        "InvalidMessageContents",
                        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF."),
                send(
                        "empty attribute",
                        request -> request.messageBody("x").messageAttributes(Map.of("a", text(""))),
                        "InvalidParameterValue",
                        "Message (user) attribute 'a' must contain a non-empty value of type 'String'."),
                send(
                        "eleven attributes",
                        request -> request.messageBody("x")
                                .messageAttributes(
                                        IntStream.range(0, 11).boxed().collect(toMap(i -> "a" + i, i -> text("x")))),
                        "InvalidParameterValue",
                        "Number of message attributes [11] exceeds the allowed maximum [10]."),
                send(
                        "no number",
                        request -> request.messageBody("x").messageAttributes(Map.of("a", number("ten"))),
                        "InvalidParameterValue",
                        "Can't cast the value of message (user) attribute 'a' to a number."),
                send(
                        "bad group id",
                        request -> request.messageBody("x").messageGroupId("x y"),
                        "InvalidParameterValue",
                        "Value x y for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length."),
                send(
                        "deduplication id",
                        request -> request.messageBody("x").messageDeduplicationId("d"),
                        "InvalidParameterValue",
                        "Value d for parameter MessageDeduplicationId is invalid. Reason: The request include parameter that is not valid for this queue type"),
                refusal(
                        "FIFO queue without its ending",
                        (sqs, url) -> sqs.createQueue(request ->
                                request.queueName("new").attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true"))),
                        400,
                        "InvalidParameterValue",
                        "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length."),
                refusal(
                        "standard queue with the ending of FIFO queues",
                        (sqs, url) -> sqs.createQueue(request -> request.queueName("orders.fifo")),
                        400,
                        "InvalidParameterValue",
                        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length"),
                receive(
                        "attempt id",
                        request -> request.receiveRequestAttemptId("again"),
                        "InvalidParameterValue",
                        "Value again for parameter ReceiveRequestAttemptId is invalid. Reason: The request include parameter that is not valid for this queue type."),
                refusal(
                        "FIFO attribute",
                        (sqs, url) -> sqs.createQueue(request ->
                                request.queueName("new").attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "false"))),
                        400,
                        "InvalidAttributeName",
                        "Unknown Attribute FifoQueue."),
                refusal(
                        "attribute out of range",
                        (sqs, url) -> sqs.setQueueAttributes(request -> request.queueUrl(url)
                                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "43201"))),
                        400,
                        "InvalidAttributeValue",
                        "Invalid value for the parameter VisibilityTimeout. It must be an integer from 0 to 43200, was 43201."),
                refusal(
                        "second purge",
                        (sqs, url) -> {
                            sqs.purgeQueue(request -> request.queueUrl(url));
                            sqs.purgeQueue(request -> request.queueUrl(url));
                        },
                        403,
                        "AWS.SimpleQueueService.PurgeQueueInProgress",
                        "Only one PurgeQueue operation on orders is allowed every 60 seconds."),
                refusal(
                        "bad receipt handle",
                        (sqs, url) -> sqs.deleteMessage(
                                request -> request.queueUrl(url).receiptHandle("x")),
                        400,
                        "ReceiptHandleIsInvalid",
                        "The input receipt handle \"x\" is not a valid receipt handle."),
                refusal(
                        "move from a queue that is no dead-letter queue",
                        (sqs, url) -> sqs.startMessageMoveTask(
                                request -> request.sourceArn("arn:aws:sqs:us-east-1:000000000000:orders")),
                        400,
                        "InvalidParameterValue",
                        "Source queue must be configured as a Dead Letter Queue."),
                refusal(
                        "move from nowhere",
                        (sqs, url) -> sqs.startMessageMoveTask(
                                request -> request.sourceArn("arn:aws:sqs:us-east-1:000000000000:nowhere")),
                        404,
                        "ResourceNotFoundException",
                        "The resource that you specified for the SourceArn parameter doesn't exist."),
                refusal(
                        "permission nobody has",
                        (sqs, url) -> sqs.removePermission(
                                request -> request.queueUrl(url).label("x")),
                        400,
                        "InvalidParameterValue",
                        "Value x for parameter Label is invalid. Reason: can't find label."),
                refusal(
                        "permission that cannot be given",
                        (sqs, url) -> sqs.addPermission(request -> request.queueUrl(url)
                                .label("x")
                                .awsAccountIds("111111111111")
                                .actions("DeleteQueue")),
                        400,
                        "InvalidParameterValue",
                        "Value DeleteQueue for parameter ActionName is invalid. Reason: Only the queue owner is allowed to invoke this action."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses_as_aws_does(String name, Request request, int status, String code, String message) {
        String url = create("orders");

        assertThatThrownBy(() -> request.send(sqs, url)).isInstanceOfSatisfying(SqsException.class, e -> {
            assertThat(e.awsErrorDetails().errorMessage()).startsWith(message);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.statusCode()).isEqualTo(status);
        });
    }

    @Test
    void an_error_has_the_class_that_the_sdk_knows_it_by() {
        assertThatThrownBy(() -> sqs.getQueueUrl(request -> request.queueName("nobody")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void a_queue_has_the_attributes_of_aws() {
        String url = sqs.createQueue(request -> request.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "60"))
                        .tags(Map.of("team", "orders")))
                .queueUrl();
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("x"));
        sqs.sendMessage(request -> request.queueUrl(url).messageBody("x").delaySeconds(900));

        var attributes = sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings();

        assertThat(url).isEqualTo(cloud.endpoint() + "/000000000000/orders");
        assertThat(attributes)
                .containsEntry("QueueArn", "arn:aws:sqs:us-east-1:000000000000:orders")
                .containsEntry("VisibilityTimeout", "60")
                .containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("MessageRetentionPeriod", "345600")
                .containsEntry("ApproximateNumberOfMessages", "1")
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "0")
                .containsEntry("ApproximateNumberOfMessagesDelayed", "1")
                .containsEntry("SqsManagedSseEnabled", "true");
        assertThat(sqs.getQueueAttributes(
                                request -> request.queueUrl(url).attributeNames(QueueAttributeName.DELAY_SECONDS))
                        .attributesAsStrings())
                .isEqualTo(Map.of("DelaySeconds", "0"));
        assertThat(sqs.listQueueTags(request -> request.queueUrl(url)).tags()).isEqualTo(Map.of("team", "orders"));
    }

    @Test
    void queues_are_listed_by_prefix_and_in_pages() {
        List<String> urls =
                Stream.of("a-1", "a-2", "a-3", "b-1").map(this::create).toList();

        assertThat(sqs.listQueues(request -> request.queueNamePrefix("a-")).queueUrls())
                .isEqualTo(urls.subList(0, 3));
        assertThat(sqs.listQueuesPaginator(request -> request.maxResults(2)).stream())
                .hasSize(2)
                .flatExtracting(page -> page.queueUrls())
                .isEqualTo(urls);
    }

    @Test
    void only_the_path_of_a_queue_url_counts() {
        create("orders");
        String address = "https://sqs.us-east-1.amazonaws.com/000000000000/orders";

        sqs.sendMessage(request -> request.queueUrl(address).messageBody("x"));

        assertThat(cloud.account().queues().find(address))
                .hasValueSatisfying(queue -> assertThat(queue.visibleCount()).isEqualTo(1));
        assertThatThrownBy(() ->
                        sqs.sendMessage(request -> request.queueUrl("orders").messageBody("x")))
                .hasMessageContaining("The address orders is not valid for this endpoint.");
    }

    @Test
    @Timeout(15)
    void a_long_poll_of_twenty_seconds_returns_as_soon_as_there_is_a_message() throws Exception {
        String url = create("orders");
        Queue queue = cloud.account().queues().find(url).orElseThrow();
        Thread sender = Thread.ofVirtual().start(() -> {
            await().until(queue::hasConsumer);
            sqs.sendMessage(request -> request.queueUrl(url).messageBody("x"));
        });

        assertThat(sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(20))
                        .messages())
                .hasSize(1);
        sender.join();
    }

    @Test
    void a_role_without_permission_is_denied_by_name_and_the_journal_says_so() {
        String url = create("orders");
        try (SqsClient function = client(roleKey("CatalogueRole"))) {
            assertThatThrownBy(() -> function.sendMessage(
                            request -> request.queueUrl(url).messageBody("x")))
                    .isInstanceOfSatisfying(SqsException.class, e -> {
                        assertThat(e.statusCode()).isEqualTo(403);
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                        assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("User: arn:aws:sts::000000000000:assumed-role/CatalogueRole/Catalogue is not"
                                        + " authorized to perform: sqs:sendmessage on resource:"
                                        + " arn:aws:sqs:us-east-1:000000000000:orders because no identity-based policy"
                                        + " allows the sqs:sendmessage action");
                    });
        }
        assertThat(cloud.account().journal().hops()).extracting(Hop::kind).containsExactly(Hop.Kind.DENIED);
    }

    @Test
    void permissions_are_statements_of_the_queue_policy() {
        String url = create("orders");

        sqs.addPermission(request -> request.queueUrl(url)
                .label("partner")
                .awsAccountIds("111111111111")
                .actions("SendMessage"));
        assertThat(policy(url))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"partner\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":[\"arn:aws:iam::111111111111:root\"]},\"Action\":[\"SQS:SendMessage\"],"
                        + "\"Resource\":\"arn:aws:sqs:us-east-1:000000000000:orders\"}]}");

        sqs.removePermission(request -> request.queueUrl(url).label("partner"));
        assertThat(policy(url)).isNull();
    }

    private String policy(String url) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
                .attributes()
                .get(QueueAttributeName.POLICY);
    }

    @Test
    void a_queue_policy_lets_a_role_in_and_a_batch_needs_the_permission_of_one_message() {
        String url = sqs.createQueue(
                        request -> request.queueName("orders").attributes(Map.of(QueueAttributeName.POLICY, """
                        {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
                          "Principal": {"AWS": "arn:aws:iam::000000000000:role/CatalogueRole"}}]}""")))
                .queueUrl();
        try (SqsClient function = client(roleKey("CatalogueRole"))) {
            function.sendMessageBatch(
                    request -> request.queueUrl(url).entries(entry("one", "x").build()));
        }

        assertThat(cloud.account().queues().find(url).orElseThrow().visibleCount())
                .isEqualTo(1);
        sqs.deleteQueue(request -> request.queueUrl(url));
        create("orders");
        try (SqsClient function = client(roleKey("CatalogueRole"))) {
            assertThatThrownBy(() -> function.sendMessage(
                            request -> request.queueUrl(url).messageBody("x")))
                    .as("the policy went with the queue")
                    .hasMessageContaining("not authorized");
        }
    }

    @Test
    void a_move_task_brings_messages_back_to_the_queue_they_came_from() {
        String deadLetters = create("dead-letters");
        String arn = "arn:aws:sqs:us-east-1:000000000000:dead-letters";
        String url = sqs.createQueue(request -> request.queueName("orders")
                        .attributes(Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}".formatted(arn),
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "0")))
                .queueUrl();
        String messageId = sqs.sendMessage(request -> request.queueUrl(url).messageBody("x"))
                .messageId();
        sqs.receiveMessage(request -> request.queueUrl(url));
        sqs.receiveMessage(request -> request.queueUrl(url));

        sqs.startMessageMoveTask(request -> request.sourceArn(arn));
        cloud.account().clock().drain(Duration.ZERO);

        assertThat(sqs.listMessageMoveTasks(request -> request.sourceArn(arn)).results())
                .singleElement()
                .returns("COMPLETED", ListMessageMoveTasksResultEntry::status)
                .returns(1L, ListMessageMoveTasksResultEntry::approximateNumberOfMessagesMoved)
                .returns(null, ListMessageMoveTasksResultEntry::taskHandle);
        Queues queues = cloud.account().queues();
        assertThat(queues.find(deadLetters).orElseThrow().visibleCount()).isZero();
        assertThat(queues.find(url).orElseThrow().peek(10)).singleElement().satisfies(moved -> {
            assertThat(moved.messageId()).isNotEqualTo(messageId);
            assertThat(moved.eventId()).isEqualTo(messageId);
            assertThat(moved.receiveCount()).isZero();
        });
        assertThat(cloud.account().journal().hops())
                .extracting(Hop::kind)
                .endsWith(Hop.Kind.DEAD_LETTERED, Hop.Kind.REDRIVEN);
    }

    private interface Request {
        void send(SqsClient sqs, String queueUrl);
    }

    private static Arguments refusal(String name, Request request, int status, String code, String message) {
        return Arguments.of(name, request, status, code, message);
    }

    private static Arguments send(String name, Consumer<SendMessageRequest.Builder> with, String code, String message) {
        Request request = (sqs, url) -> sqs.sendMessage(builder -> with.accept(builder.queueUrl(url)));
        return refusal(name, request, 400, code, message);
    }

    private static Arguments receive(
            String name, Consumer<ReceiveMessageRequest.Builder> with, String code, String message) {
        Request request = (sqs, url) -> sqs.receiveMessage(builder -> with.accept(builder.queueUrl(url)));
        return refusal(name, request, 400, code, message);
    }

    private String create(String name) {
        return sqs.createQueue(request -> request.queueName(name)).queueUrl();
    }

    private software.amazon.awssdk.services.sqs.model.Message receiveAndReturn(String url, String... attributeNames) {
        return sqs.receiveMessage(
                        request -> request.queueUrl(url).visibilityTimeout(0).messageAttributeNames(attributeNames))
                .messages()
                .getFirst();
    }

    private String roleKey(String roleName) {
        Policy trust = Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}""");
        cloud.account()
                .context()
                .iam()
                .putRole(new Role(
                        roleName, "arn:aws:iam::000000000000:role/" + roleName, trust, Map.of(), Optional.empty()));
        return cloud.issueKey(cloud.account(), new Principal.AssumedRole(LocalCloud.ACCOUNT_ID, roleName, "Catalogue"));
    }

    private SqsClient client(String accessKey) {
        return SqsClient.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static SendMessageBatchRequestEntry.Builder entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static MessageAttributeValue number(String value) {
        return MessageAttributeValue.builder()
                .dataType("Number")
                .stringValue(value)
                .build();
    }

    private static MessageAttributeValue binary() {
        return MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(new byte[] {2, 3, 4}))
                .build();
    }
}
