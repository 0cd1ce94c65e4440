package dev.edaworkshop.testkit;

import dev.edaworkshop.localcloud.events.PutEventsWatch;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.FaultPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The lab's stack, freshly deployed into an account of its own: nothing else happens there. */
public interface DeployedLab {
    /** Under this name a check acts as a function's role; the function itself acts under its own. */
    String CHECKS_SESSION = "check";

    /**
     * An output of the stack.
     *
     * @throws Red with mistake {@code missing-output} if the stack has no such output
     */
    String output(String name);

    /** What a program of the lab finds in its environment: the stack's outputs, and where and as whom to ask AWS. */
    Map<String, String> environment();

    /** What this run signs its stimuli with, such as {@code check_1.3_7f3a}. */
    String source();

    /** An SNS client of the account's administrator. */
    SnsClient sns();

    /** An SQS client of the account's administrator. */
    SqsClient sqs();

    /** A Lambda client of the account's administrator. */
    LambdaClient lambda();

    /** An EventBridge client of the account's administrator. */
    EventBridgeClient events();

    /** A DynamoDB client of the account's administrator. */
    DynamoDbClient dynamoDb();

    /**
     * A DynamoDB client that may do what the function's role may do, and no more. What is denied to it explains no red:
     * the check asked for it.
     *
     * @param function its name
     */
    DynamoDbClient dynamoDbAs(String function);

    /** A Cognito client of the account's administrator. */
    CognitoIdentityProviderClient cognito();

    /** An S3 client of the account's administrator. */
    S3Client s3();

    /**
     * Invokes a function and waits for its result.
     *
     * @param function its name
     * @param json the event
     * @return the result, JSON
     * @throws Red with mistake {@code function-failed} if the function fails, with its error and the last lines of its log
     */
    String invoke(String function, String json);

    /** A queue of the check's own, subscribed to the topic with the envelope on: what arrives there was published there. */
    Probe probe(String topicArn);

    /**
     * A queue of the check's own that gets every event of a bus that matches, as EventBridge delivers it.
     *
     * @param bus name or ARN
     * @param pattern an event pattern, JSON
     */
    BusProbe probeBus(String bus, String pattern);

    /** From now on every invocation of the function fails, until the fault is closed. */
    Fault fail(String function);

    /**
     * Failures of the function are what the check is about: a red does not explain itself by them.
     *
     * <p>A fault that is switched on with {@link #fail} needs no announcement; a function that fails because the check
     * made something else fail does.
     */
    void expectFailures(String function);

    /** The functions whose failures are expected, by name. */
    Set<String> expectedToFail();

    /** From now on the function fails, is throttled or is slow, until the fault is closed. */
    Fault fault(String function, FaultPlan plan);

    /**
     * From now on no service can deliver to the target, as if it were away, until the fault is closed. Whoever delivers
     * tries again as long as AWS would.
     *
     * @param targetArn of a queue, a function, a topic, …
     */
    Fault cutOff(String targetArn);

    /**
     * From now on DynamoDB throttles requests for the table, until the fault is closed.
     *
     * @param actions such as {@code PutItem}; empty for all
     */
    Fault throttle(String table, Set<String> actions);

    /** From now on DynamoDB throttles so many requests for the table; an SDK repeats a throttled one by itself. */
    Fault throttle(String table, Set<String> actions, int calls);

    /**
     * From now on sees each PutEvents call of the account, and has EventBridge not take the entries that the plan names,
     * until it is closed.
     */
    PutEventsWatch watchPutEvents(PutEventsWatch.Plan plan);

    /**
     * Starts a program of the lab, as {@code ./lab run} does, connected to this account.
     *
     * @param program its name in {@code exercises.yaml}
     * @param environment in addition to the stack's outputs, and stronger
     */
    Running start(String program, List<String> arguments, Map<String, String> environment);

    /**
     * Lets everything happen that is going to happen, on the account's movable clock: retries after minutes take
     * milliseconds, and afterwards "nothing arrived" is a fact.
     */
    void drain();

    /** The same, but what is due only beyond the horizon stays pending: EventBridge retries for 24 hours. */
    void drain(Duration horizon);

    /** The time on the account's clock. */
    Instant now();

    /** Moves the account's clock; what becomes due happens, and nothing else is waited for. */
    void advance(Duration by);

    /** The messages that an invocation of the function returned normally for, oldest first. */
    List<Handled> handled(String function);

    /** The last lines that a function printed, without what Lambda adds; empty if it printed nothing. */
    List<String> printed(String function);

    /** Every line that a function printed, oldest first, without what Lambda adds. */
    List<String> log(String function);

    /** Shows an attendee something that the check has found out, below its verdict, also if that is green. */
    void remark(List<String> lines);

    /** Everything that happened in this account, oldest first. */
    List<Hop> journal();

    /** What is in a queue right now; looking takes nothing out. */
    QueueView queue(String url);

    /** A queue that a check reads. */
    interface Probe {
        /** What has arrived so far, oldest first; asking again answers with the same messages and newer ones. */
        List<ProbeMessage> received();
    }

    /** A queue that a check reads, behind a rule of its own. */
    interface BusProbe {
        /** The events that have arrived so far, JSON, oldest first; asking again answers with the same and newer ones. */
        List<String> received();
    }

    /** A program in a process of its own. */
    interface Running extends AutoCloseable {
        /**
         * Waits until it ends.
         *
         * @return its exit code
         * @throws Red with mistake {@code program-does-not-end} if it does not within the limit
         */
        int waitFor(Duration limit);

        /** Asks it to stop, as Ctrl-C does; see {@link #waitFor}. */
        void stop();

        boolean isAlive();

        /** What it printed so far, on both channels, line by line. */
        List<String> printed();

        /** Ends it, at once. */
        @Override
        void close();
    }

    /**
     * A message at a probe.
     *
     * @param messageId SNS's, the event id of the journal
     * @param body what was published
     * @param attributes name to value
     */
    record ProbeMessage(String messageId, String topicArn, String body, Map<String, String> attributes) {}

    /** A fault that was switched on. */
    interface Fault extends AutoCloseable {
        /** What the function then fails with. */
        String MESSAGE = "The check makes this function fail";

        @Override
        void close();
    }

    /**
     * A message that a function dealt with.
     *
     * @param eventId SNS's message id, or SQS's for a message that never was in a topic
     * @param attempt 1 for the first time
     */
    record Handled(String eventId, String body, int attempt) {}

    /**
     * A queue at a glance.
     *
     * @param hasPoller whether a function reads it, or a worker asked for messages within the last half minute
     * @param deadLetterQueueUrl where its redrive policy puts messages aside
     */
    record QueueView(String arn, int visible, int inFlight, boolean hasPoller, Optional<String> deadLetterQueueUrl) {}
}
