package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.playground.Pace;
import dev.edaworkshop.cli.playground.Receipt;
import dev.edaworkshop.cli.playground.Sender;
import dev.edaworkshop.cli.playground.ShopEvent;
import dev.edaworkshop.cli.playground.Target;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.DemoProduct;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends events, and tells how far it is, a few times a second, as lines of JSON.
 *
 * {@snippet lang=json :
 * {"session": "s1", "kind": "topic", "address": "arn:…", "template": "product_created", "seed": 1, "count": 20, "rate": 5}
 * {"sent": 7, "count": 20, "accepted": 7, "refused": 0, "eventId": "…", "reason": ""}
 * }
 *
 * <p>In place of {@code template} there can be {@code name}, {@code body} and {@code attributes}, for a bus {@code source}.
 * {@code {"cancel": "s1"}} ends what that session sends.
 */
final class SendRoute implements PageRoute {
    private static final int MAX_COUNT = 10_000;
    private static final double MAX_RATE = 1_000;
    private static final long TELL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

    private record Burst(String session, Target target, int count, double rate, Supplier<ShopEvent> events) {}

    @Override
    public void answer(HttpRequest request, ServerResponse response, Workplace workplace) throws IOException {
        JsonNode wanted = PageRoute.wanted(request);
        if (wanted.has("cancel")) {
            cancelled.add(wanted.path("cancel").asText());
            PageRoute.json(response, Json.object().put("cancelled", true));
            return;
        }
        Burst burst = burst(wanted, workplace);
        response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
        try (OutputStream out = response.outputStream();
                Sender sender = new Sender(
                        workplace.account().context().endpoint(),
                        workplace.account().context().region())) {
            send(burst, sender, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cancelled.remove(burst.session());
        }
    }

    private void send(Burst burst, Sender sender, OutputStream out) throws IOException, InterruptedException {
        Pace pace = new Pace(burst.rate());
        ObjectNode told = Json.object().put("sent", 0).put("count", burst.count());
        int accepted = 0;
        long lastTold = 0;
        for (int sent = 1; sent <= burst.count() && !cancelled.contains(burst.session()); sent++) {
            pace.await();
            ShopEvent event = burst.events().get();
            switch (sender.send(event, burst.target())) {
                case Receipt.Accepted receipt -> {
                    accepted++;
                    told.put("eventId", receipt.eventId());
                }
                case Receipt.Refused receipt -> told.put("reason", receipt.reason());
            }
            told.put("sent", sent).put("accepted", accepted).put("refused", sent - accepted);
            if (System.nanoTime() - lastTold > TELL_NANOS) {
                tell(told, out);
                lastTold = System.nanoTime();
            }
        }
        tell(told.put("ended", true), out);
    }

    private static void tell(ObjectNode line, OutputStream out) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static Burst burst(JsonNode wanted, Workplace workplace) {
        int count = wanted.path("count").asInt(1);
        double rate = wanted.path("rate").asDouble(0);
        if (count < 1 || count > MAX_COUNT || rate < 0 || rate > MAX_RATE) {
            throw new IllegalArgumentException("1 to %d events, at most %.0f in a second, not %d and %s"
                    .formatted(MAX_COUNT, MAX_RATE, count, rate));
        }
        Target target =
                target(wanted.path("kind").asText(), wanted.path("address").asText());
        return new Burst(wanted.path("session").asText(), target, count, rate, events(wanted, target, workplace));
    }

    private static Target target(String kind, String address) {
        return switch (kind) {
            case "topic" -> new Target.Topic(address);
            case "queue" -> new Target.Queue(address);
            case "bus" -> new Target.Bus(address);
            default -> throw new IllegalArgumentException("a topic, queue or bus, not “" + kind + "”");
        };
    }

    private static Supplier<ShopEvent> events(JsonNode wanted, Target target, Workplace workplace) {
        String template = wanted.path("template").asText();
        if (!template.isEmpty()) {
            if (!ShopEvent.TEMPLATES.contains(template)) {
                throw new IllegalArgumentException("no template “" + template + "”");
            }
            Random random = new Random(wanted.path("seed").asLong(System.nanoTime()));
            List<DemoProduct> products = workplace
                    .lab()
                    .map(lab -> DemoProduct.catalogueOf(lab.lab().solution()))
                    .orElse(List.of());
            return () -> {
                ShopEvent event = ShopEvent.of(
                        template, products, random, InstantSource.system().instant());
                return target instanceof Target.Bus ? event.inEnvelope() : event;
            };
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        wanted.path("attributes")
                .properties()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().asText()));
        if (wanted.has("source")) {
            attributes.put("source", wanted.path("source").asText());
        }
        ShopEvent event = new ShopEvent(
                wanted.path("name").asText(), "", wanted.path("body").asText(), attributes);
        return () -> event;
    }
}
