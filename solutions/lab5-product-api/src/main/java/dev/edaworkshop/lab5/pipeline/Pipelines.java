package dev.edaworkshop.lab5.pipeline;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Puts the pipeline together; the only place that knows which provider it is. */
public final class Pipelines {

    private static final int FIRST_PAUSE_MILLIS = 50;

    private Pipelines() {}

    /** Reads {@code EVENT_PROVIDER} (eventbridge or sns), {@code EVENT_BUS_NAME}, {@code EVENT_TOPIC_ARN}, {@code STAGE}. */
    public static EventHandler fromEnvironment(Map<String, String> environment) {
        return announcer(
                provider(environment), environment.getOrDefault("STAGE", "prod").equals("prod"));
    }

    private static Announcer announcer(EventProvider provider, boolean inProduction) {
        Consumer<String> log = System.out::println;
        return new Announcer(
                new InOrderProvider(new RetryingProvider(new ReceiptLog(provider, log), Pipelines::sleep)),
                inProduction);
    }

    private static EventProvider provider(Map<String, String> environment) {
        String name = environment.getOrDefault("EVENT_PROVIDER", "eventbridge");
        return switch (name) {
            case "eventbridge" ->
                new EventBridgeProvider(
                        EventBridgeClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        required(environment, "EVENT_BUS_NAME"));
            case "sns" ->
                new SnsProvider(
                        SnsClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        required(environment, "EVENT_TOPIC_ARN"));
            default ->
                throw new IllegalArgumentException(
                        "EVENT_PROVIDER is %s; there are eventbridge and sns. The stack sets it.".formatted(name));
        };
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("%s is not set; the stack gives it to the function.".formatted(name));
        }
        return value;
    }

    /** Twice as long each time: whoever is throttled and asks again at once is throttled again. */
    private static void sleep(int attempt) {
        try {
            Thread.sleep((long) FIRST_PAUSE_MILLIS << (attempt - 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
