package dev.edaworkshop.lab2.terminals;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Counts what lies at the four packing tables and in the ledger, and says what it would cost in AWS.
 *
 * <p>Nobody reads these queues, so whatever was delivered is still there. The ledger has no filter: it holds everything
 * that was published.
 */
public final class BillProgram {

    private static final String HOW = "./lab run 2 bill";
    private static final List<String> TABLES = List.of(
            "ENVELOPE_TABLE_QUEUE_URL", "PARCEL_TABLE_QUEUE_URL", "INSURED_TABLE_QUEUE_URL", "CRATE_TABLE_QUEUE_URL");

    private final SnsClient sns;
    private final SqsClient sqs;

    BillProgram(SnsClient sns, SqsClient sqs) {
        this.sns = sns;
        this.sqs = sqs;
    }

    public static void main(String[] args) {
        String topicArn = Environment.require("PRODUCT_CREATED_TOPIC_ARN", HOW);
        String ledger = Environment.require("LEDGER_QUEUE_URL", HOW);
        List<String> tables =
                TABLES.stream().map(table -> Environment.require(table, HOW)).toList();
        try (SdkHttpClient http = UrlConnectionHttpClient.create();
                SnsClient sns = SnsClient.builder().httpClient(http).build();
                SqsClient sqs = SqsClient.builder().httpClient(http).build()) {
            print(new BillProgram(sns, sqs).count(topicArn, ledger, tables), System.out);
        } catch (SdkException e) {
            System.err.printf("Nothing counted: %s%nIs the shop running? Look at ./lab start 2.%n", e.getMessage());
            System.exit(1);
        }
    }

    static void print(Traffic traffic, PrintStream out) {
        if (traffic.published() == 0) {
            out.println("The ledger is empty: nothing has been published yet. Try ./lab run 2 playground first.");
            return;
        }
        new Bill(PriceTable.listed(), traffic).lines().forEach(out::println);
    }

    Traffic count(String topicArn, String ledger, List<String> tables) {
        List<String> tableArns = tables.stream().map(this::arn).toList();
        long scanning =
                sns.listSubscriptionsByTopicPaginator(request -> request.topicArn(topicArn)).subscriptions().stream()
                        .filter(subscription -> tableArns.contains(subscription.endpoint()))
                        .filter(this::looksIntoTheBody)
                        .count();
        long delivered = tables.stream().mapToLong(this::messages).sum();
        return new Traffic(messages(ledger), tables.size(), delivered, scanning);
    }

    private boolean looksIntoTheBody(Subscription subscription) {
        Map<String, String> attributes = sns.getSubscriptionAttributes(
                        request -> request.subscriptionArn(subscription.subscriptionArn()))
                .attributes();
        return "MessageBody".equals(attributes.get("FilterPolicyScope"));
    }

    private long messages(String queueUrl) {
        return Long.parseLong(attribute(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private String arn(String queueUrl) {
        return attribute(queueUrl, QueueAttributeName.QUEUE_ARN);
    }

    private String attribute(String queueUrl, QueueAttributeName name) {
        return sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }
}
