package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import dev.edaworkshop.localcloud.lambda.handlers.Fateful;
import dev.edaworkshop.localcloud.lambda.handlers.Thrower;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * The numbers of {@code guide/which-one-when.md}: each row is a stack that was deployed, events that were published, and
 * a journal that was counted. With {@code -Dregenerate} the page is made to say what was measured.
 */
class WhichOneWhenTest {
    private static final Path PAGE = Path.of("..", "..", "guide", "which-one-when.md");
    private static final String REGENERATE =
            "'mvn test -pl workshop/localcloud -Dtest=WhichOneWhenTest -Dregenerate' writes the page anew";
    private static final int PUBLISHED = 12;
    private static final int WANTED = 3;
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final String SQS = "arn:aws:sqs:us-east-1:000000000000:";
    private static final Duration A_DAY_AND_MORE = Duration.ofHours(30);

    private static final String QUEUES = """
            "Kept": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "kept"}},
            "Policy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Kept"}],
              "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
                "Principal": {"Service": ["sns.amazonaws.com", "events.amazonaws.com"]}}]}}}""";

    private final LocalCloud cloud = TestFunctions.startCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void the_page_says_what_choosing_costs() throws IOException {
        List<String> rows = List.of(
                choosing("topic, no filter: the consumer chooses", topic("")),
                choosing("topic, filter policy on an attribute", topic("""
                        , "FilterPolicy": {"category": ["toys"]}""")),
                choosing("bus, rule on the detail", rule("""
                        {"detail": {"category": ["toys"]}}""", "")));

        requireOnPage("choosing", """
                | The way to the function | Published | Dropped on the way | Invocations |
                |---|---|---|---|
                """, rows);
    }

    @Test
    void the_page_says_what_failing_costs() throws IOException {
        List<String> rows = List.of(
                failing("topic → function", new Way(topic(""), false, false, false)),
                failing(
                        "topic → function, dead-letter queue on the *subscription*",
                        new Way(topic(KEEP_SNS), false, false, false)),
                failing(
                        "bus → function, dead-letter queue on the *target*",
                        new Way(rule(ALL, KEEP_RULE), false, false, false)),
                failing("topic → function with a dead-letter queue", new Way(topic(""), true, false, false)),
                failing("bus → function with a dead-letter queue", new Way(rule(ALL, ""), true, false, false)),
                failing("bus → function with a destination for failures", new Way(rule(ALL, ""), false, true, false)),
                failing("topic → queue with a dead-letter queue → function", new Way(queue(), false, false, true)));

        requireOnPage("failing", """
                | The way to a function that always fails | Attempts | Over after | Kept | Lost |
                |---|---|---|---|---|
                """, rows);
    }

    @Test
    void the_page_says_what_a_missing_consumer_costs() throws IOException {
        List<String> rows = List.of(
                missing("topic → (nobody)", topic("")),
                missing("topic → (nobody), dead-letter queue on the *subscription*", topic(KEEP_SNS)),
                missing("bus → (nobody)", rule(ALL, "")),
                missing("bus → (nobody), dead-letter queue on the *target*", rule(ALL, KEEP_RULE)));

        requireOnPage("missing", """
                | The way to a function that is not there | Over | Kept | Lost |
                |---|---|---|---|
                """, rows);
    }

    @Test
    void the_page_says_when_a_destination_hears() throws IOException {
        List<String> rows = List.of(reported("somebody waits for the function", false), reported("nobody waits", true));

        requireOnPage("reporting", """
                | Invoked by | Returned | Reports of the success |
                |---|---|---|
                """, rows);
    }

    private static final String ALL = """
            {"source": ["shop"]}""";
    private static final String KEEP_SNS = """
            , "RedrivePolicy": {"deadLetterTargetArn": "%skept"}""".formatted(SQS);
    private static final String KEEP_RULE = """
            , "DeadLetterConfig": {"Arn": "%skept"}""".formatted(SQS);

    /** How an event gets to the function, and what the function has for its failures. */
    private record Way(String resources, boolean deadLetters, boolean destination, boolean readsQueue) {}

    private String choosing(String name, String resources) {
        try (Shop shop = new Shop(new Way(resources, false, false, false), Optional.of(Echo.class))) {
            for (int i = 0; i < PUBLISHED; i++) {
                shop.publish(i < WANTED ? "toys" : "rope");
            }
            shop.account.clock().drain(Duration.ofHours(1));
            return "| %s | %d | %d | %d |"
                    .formatted(name, PUBLISHED, shop.count(Kind.FILTERED), shop.count(Kind.INVOKED));
        }
    }

    private String failing(String name, Way way) {
        try (Shop shop = new Shop(way, Optional.of(way.readsQueue() ? Fateful.class : Thrower.class))) {
            shop.publish("toys");
            shop.account.clock().drain(A_DAY_AND_MORE);
            return "| %s | %d | %s | %s | %s |"
                    .formatted(name, shop.count(Kind.INVOKED), shop.lasted(), shop.kept(), shop.lost());
        }
    }

    private String missing(String name, String resources) {
        try (Shop shop = new Shop(new Way(resources, false, false, false), Optional.empty())) {
            shop.publish("toys");
            shop.account.clock().drain(Duration.ofDays(30));
            return "| %s | %s | %s | %s |".formatted(name, shop.lasted(), shop.kept(), shop.lost());
        }
    }

    private String reported(String name, boolean asynchronously) {
        try (Shop shop = new Shop(new Way(topic(""), false, true, false), Optional.of(Echo.class))) {
            Function function = shop.account.functions().function("Echo");
            if (asynchronously) {
                shop.publish("toys");
            } else {
                function.invoke("{}");
            }
            shop.account.clock().drain(Duration.ofHours(1));
            return "| %s | %d | %d |"
                    .formatted(
                            name, shop.count(Kind.RETURNED), shop.queue("kept").visibleCount());
        }
    }

    private static String topic(String options) {
        return """
                "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "products"}},
                "Subscription": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": {"Ref": "Topic"},
                  "Protocol": "lambda", "Endpoint": "%sCONSUMER"%s}}""".formatted(FUNCTION, options);
    }

    private static String rule(String pattern, String options) {
        return """
                "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "harbour"}},
                "Rule": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": {"Ref": "Bus"},
                  "EventPattern": %s, "Targets": [{"Id": "consumer", "Arn": "%sCONSUMER"%s}]}}""".formatted(pattern, FUNCTION, options);
    }

    private static String queue() {
        return """
                "Topic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "products"}},
                "Work": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "work", "VisibilityTimeout": 60,
                  "RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Kept", "Arn"]}, "maxReceiveCount": 3}}},
                "WorkPolicy": {"Type": "AWS::SQS::QueuePolicy", "Properties": {"Queues": [{"Ref": "Work"}],
                  "PolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*",
                    "Principal": {"Service": "sns.amazonaws.com"}}]}}},
                "Subscription": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": {"Ref": "Topic"},
                  "Protocol": "sqs", "Endpoint": {"Fn::GetAtt": ["Work", "Arn"]}, "RawMessageDelivery": true}}""";
    }

    private static void requireOnPage(String name, String heading, List<String> rows) throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        String begin = "<!-- begin measured %s -->\n".formatted(name);
        String before = page.substring(0, page.indexOf(begin) + begin.length());
        String after = page.substring(page.indexOf("<!-- end measured -->", before.length()));
        String measured = "\n%s%s\n\n".formatted(heading, String.join("\n", rows));
        if (System.getProperty("regenerate") != null) {
            Files.writeString(PAGE, before + measured + after);
        } else {
            assertThat(page.substring(before.length(), page.length() - after.length()))
                    .as(REGENERATE)
                    .isEqualTo(measured);
        }
    }

    /** One way from a publisher to a consumer, in an account of its own. */
    private final class Shop implements AutoCloseable {
        private final Account account = cloud.newAccount();
        private final String key = cloud.issueKey(account, account.administrator());
        private final boolean usesTopic;

        Shop(Way way, Optional<Class<?>> consumer) {
            usesTopic = way.resources().contains("AWS::SNS::Topic");
            String name = consumer.map(Class::getSimpleName).orElse("Nobody");
            Optional<Function> function = consumer.map(handler -> function(handler, way));
            account.stacks()
                    .deploy(StackRequest.of(
                            "Shop",
                            "{\"Resources\": {%s, %s}}"
                                    .formatted(QUEUES, way.resources().replace("CONSUMER", name))));
            function.ifPresent(it -> {
                if (way.readsQueue()) {
                    account.eventSourceMappings()
                            .create(
                                    it.name(),
                                    SQS + "work",
                                    EventSourceMapping.Settings.DEFAULT.withReportBatchItemFailures(true));
                }
            });
        }

        private Function function(Class<?> handler, Way way) {
            FunctionConfiguration.Builder configuration = TestFunctions.aFunction(account, handler);
            if (way.deadLetters()) {
                configuration.deadLetterArn(SQS + "kept");
            }
            TestFunctions.allow(account, "sqs:*", "*");
            Function function = account.functions().create(configuration.build());
            for (String service : List.of("sns.amazonaws.com", "events.amazonaws.com")) {
                function.permissions()
                        .add(service, service, "lambda:InvokeFunction", Optional.empty(), Optional.empty());
            }
            if (way.destination()) {
                Optional<Destination> kept = Optional.of(new Destination(SQS + "kept"));
                function.asyncQueue().configure(AsyncConfiguration.DEFAULT.withDestinations(kept, kept));
            }
            return function;
        }

        void publish(String category) {
            if (usesTopic) {
                try (SnsClient sns = client(SnsClient.builder()).build()) {
                    sns.publish(request -> request.topicArn("arn:aws:sns:us-east-1:000000000000:products")
                            .message("product_created, and always bad")
                            .messageAttributes(Map.of("category", text(category))));
                }
                return;
            }
            try (EventBridgeClient events = client(EventBridgeClient.builder()).build()) {
                var entry = PutEventsRequestEntry.builder()
                        .eventBusName("harbour")
                        .source("shop")
                        .detailType("product_created")
                        .detail("{\"category\": \"%s\"}".formatted(category))
                        .build();
                events.putEvents(request -> request.entries(entry));
            }
        }

        private static MessageAttributeValue text(String value) {
            return MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue(value)
                    .build();
        }

        private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(B builder) {
            return builder.endpointOverride(cloud.endpoint())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any")))
                    .httpClientBuilder(UrlConnectionHttpClient.builder());
        }

        long count(Kind kind) {
            return hops().stream().filter(hop -> hop.kind() == kind).count();
        }

        /** From the publishing until nothing more is tried, as far as a reader cares. */
        String lasted() {
            Duration lasted =
                    Duration.between(hops().getFirst().time(), hops().getLast().time());
            if (lasted.compareTo(Duration.ofMinutes(1)) < 0) {
                return "at once";
            }
            return lasted.compareTo(Duration.ofHours(2)) < 0
                    ? lasted.toMinutes() + " minutes"
                    : lasted.toHours() + " hours";
        }

        /** What lies in the queue, by its shape. */
        String kept() {
            List<String> bodies = queue("kept").receive("reader", 10).stream()
                    .map(message -> message.body())
                    .toList();
            if (bodies.isEmpty()) {
                return "-";
            }
            return bodies.getFirst().contains("\"requestContext\"")
                    ? "the event in a record, with the error and the number of attempts"
                    : "the event";
        }

        String lost() {
            return count(Kind.LOST) == 0 ? "-" : "the event";
        }

        Queue queue(String name) {
            return account.queues().find(SQS + name).orElseThrow();
        }

        private List<Hop> hops() {
            return account.journal().hops();
        }

        @Override
        public void close() {
            cloud.closeAccount(account);
        }
    }
}
