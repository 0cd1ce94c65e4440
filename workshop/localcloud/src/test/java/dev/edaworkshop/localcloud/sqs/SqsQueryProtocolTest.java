package dev.edaworkshop.localcloud.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.LocalCloud;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests as older clients send them, among them the {@code aws} command of Debian 12: form parameters in, XML out. */
class SqsQueryProtocolTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url = cloud.endpoint() + "/000000000000/orders";

    @AfterEach
    void close() {
        http.close();
        cloud.close();
    }

    @Test
    void creates_and_describes_a_queue() throws Exception {
        String created = post(Map.of(
                "Action", "CreateQueue",
                "QueueName", "orders",
                "Attribute.1.Name", "VisibilityTimeout",
                "Attribute.1.Value", "60",
                "Tag.1.Key", "team",
                "Tag.1.Value", "orders"));
        assertThat(created)
                .startsWith("<CreateQueueResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">")
                .contains("<CreateQueueResult><QueueUrl>" + url + "</QueueUrl></CreateQueueResult>");

        assertThat(post(Map.of(
                        "Action", "GetQueueAttributes", "QueueUrl", url, "AttributeName.1", "VisibilityTimeout")))
                .contains(
                        "<GetQueueAttributesResult><Attribute><Name>VisibilityTimeout</Name><Value>60</Value></Attribute></GetQueueAttributesResult>");
        assertThat(post(Map.of("Action", "ListQueues"))).contains("<ListQueuesResult><QueueUrl>" + url + "</QueueUrl>");
        assertThat(post(Map.of("Action", "ListQueueTags", "QueueUrl", url)))
                .contains("<Tag><Key>team</Key><Value>orders</Value></Tag>");
    }

    @Test
    void sends_receives_and_deletes_at_the_url_of_the_queue() throws Exception {
        create();

        assertThat(post(
                        url,
                        Map.of(
                                "Action", "SendMessage",
                                "MessageBody", "line 1\r\nline <2>",
                                "MessageAttribute.1.Name", "blob",
                                "MessageAttribute.1.Value.DataType", "Binary",
                                "MessageAttribute.1.Value.BinaryValue", "AgME")))
                .contains("<MD5OfMessageBody>");
        String received = post(
                url,
                Map.of(
                        "Action", "ReceiveMessage",
                        "AttributeName.1", "ApproximateReceiveCount",
                        "MessageAttributeName.1", "All"));

        assertThat(received)
                .contains("<ReceiveMessageResult><Message><MessageId>")
                .contains("<Body>line 1&#13;\nline &lt;2&gt;</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
                .contains("<MessageAttribute><Name>blob</Name><Value><BinaryValue>AgME</BinaryValue>");
        String handle = element("ReceiptHandle", received);
        assertThat(post(url, Map.of("Action", "DeleteMessage", "ReceiptHandle", handle)))
                .startsWith("<DeleteMessageResponse");
        assertThat(cloud.account().queues().find(url).orElseThrow().inFlightCount())
                .isZero();
    }

    @Test
    void batches_name_their_entries_after_the_action() throws Exception {
        create();

        String sent = post(Map.of(
                "Action", "SendMessageBatch",
                "QueueUrl", url,
                "SendMessageBatchRequestEntry.1.Id", "one",
                "SendMessageBatchRequestEntry.1.MessageBody", "x",
                "SendMessageBatchRequestEntry.2.Id", "two",
                "SendMessageBatchRequestEntry.2.MessageBody", "y",
                "SendMessageBatchRequestEntry.2.DelaySeconds", "1000"));

        assertThat(sent)
                .contains("<SendMessageBatchResultEntry><Id>one</Id>")
                .contains(
                        "<BatchResultErrorEntry><Id>two</Id><SenderFault>true</SenderFault><Code>InvalidParameterValue</Code>");
        String handle = element("ReceiptHandle", post(Map.of("Action", "ReceiveMessage", "QueueUrl", url)));
        assertThat(post(Map.of(
                        "Action", "ChangeMessageVisibilityBatch",
                        "QueueUrl", url,
                        "ChangeMessageVisibilityBatchRequestEntry.1.Id", "a",
                        "ChangeMessageVisibilityBatchRequestEntry.1.ReceiptHandle", handle,
                        "ChangeMessageVisibilityBatchRequestEntry.1.VisibilityTimeout", "0")))
                .contains("<ChangeMessageVisibilityBatchResultEntry><Id>a</Id>");
        assertThat(post(Map.of(
                        "Action",
                        "DeleteMessageBatch",
                        "QueueUrl",
                        url,
                        "DeleteMessageBatchRequestEntry.1.Id",
                        "a",
                        "DeleteMessageBatchRequestEntry.1.ReceiptHandle",
                        handle)))
                .contains("<DeleteMessageBatchResultEntry><Id>a</Id>");
    }

    @Test
    void errors_have_the_older_codes_and_words() throws Exception {
        assertThat(post(Map.of("Action", "GetQueueUrl", "QueueName", "nobody")))
                .contains("<Type>Sender</Type>")
                .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>")
                .contains("<Message>The specified queue does not exist for this wsdl version.</Message>");
    }

    @Test
    void a_fifo_queue_speaks_the_older_protocol_too() throws Exception {
        post(Map.of(
                "Action",
                "CreateQueue",
                "QueueName",
                "orders.fifo",
                "Attribute.1.Name",
                "FifoQueue",
                "Attribute.1.Value",
                "true"));
        String url = cloud.endpoint() + "/000000000000/orders.fifo";

        assertThat(post(url, Map.of("Action", "SendMessage", "MessageBody", "x", "MessageDeduplicationId", "1")))
                .contains("<Code>MissingParameter</Code>")
                .contains("<Message>The request must contain the parameter MessageGroupId.</Message>");
        assertThat(post(url, Map.of("Action", "SendMessage", "MessageBody", "x", "MessageGroupId", "a")))
                .contains("<Code>InvalidParameterValue</Code>");
        assertThat(post(
                        url,
                        Map.of(
                                "Action",
                                "SendMessage",
                                "MessageBody",
                                "x",
                                "MessageGroupId",
                                "a",
                                "MessageDeduplicationId",
                                "1")))
                .containsPattern("<SequenceNumber>\\d{20}</SequenceNumber>");
        assertThat(post(
                        url,
                        Map.of(
                                "Action",
                                "AddPermission",
                                "Label",
                                "partner",
                                "AWSAccountId.1",
                                "111111111111",
                                "ActionName.1",
                                "SendMessage")))
                .contains("<AddPermissionResponse");
    }

    private void create() throws IOException, InterruptedException {
        post(Map.of("Action", "CreateQueue", "QueueName", "orders"));
    }

    private String post(Map<String, String> parameters) throws IOException, InterruptedException {
        return post(cloud.endpoint().toString(), parameters);
    }

    private String post(String address, Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20261120/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&Version=2012-11-05"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String element(String name, String xml) {
        var matcher = Pattern.compile("<%s>([^<]*)</%s>".formatted(name, name)).matcher(xml);
        assertThat(matcher.find()).as("%s in %s", name, xml).isTrue();
        return matcher.group(1);
    }
}
