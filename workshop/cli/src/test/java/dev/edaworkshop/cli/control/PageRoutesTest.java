package dev.edaworkshop.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.WorkshopCopy;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the page asks and gets, with lab 1 on disk and a few topics and queues in the cloud. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageRoutesTest {
    private final WorkshopCopy workshop = WorkshopCopy.make();
    private final ControlEndpoint control = new ControlEndpoint(workshop.root());
    private final LocalCloud cloud = LocalCloud.start(0, control);
    private final ResidentLab lab = ResidentLab.open(workshop.lab(), cloud);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String topic =
            cloud.account().topics().create("prices", Map.of()).arn();
    private final Queue queue = queue("history");

    PageRoutesTest() {
        control.serve(cloud.account(), lab);
    }

    @AfterAll
    void close() {
        http.close();
        lab.close();
        cloud.close();
        workshop.close();
    }

    @Test
    void tells_where_the_attendee_stands_and_helps_in_levels() throws Exception {
        JsonNode before = get("/overview");
        JsonNode first = post("/hint", Json.object().put("exercise", "1.2"));
        JsonNode second = post("/hint", Json.object().put("exercise", "1.2"));

        assertThat(before.path("running").asText()).isEqualTo("lab1-pubsub");
        assertThat(before.at("/labs/0/exercises").findValuesAsText("id")).startsWith("1.1", "1.2", "1.3");
        assertThat(first.path("fits").asBoolean()).isFalse();
        assertThat(second.path("level").asInt()).isEqualTo(2);
        assertThat(second.path("text").asText()).contains("Catalogue");
        assertThat(get("/overview").at("/labs/0/exercises/1/hintLevel").asInt()).isEqualTo(2);
    }

    @Test
    void solves_resets_and_takes_back_with_the_same_backups_as_the_command() throws Exception {
        var file = workshop.lab().starter().resolve("src/main/java/dev/edaworkshop/lab1/infra/PubSubStack.java");
        String starter = Files.readString(file);

        JsonNode preview = get("/keep?do=solve&exercise=1.3");
        String untouched = Files.readString(file);
        JsonNode solved = post("/keep", Json.object().put("do", "solve").put("exercise", "1.3"));
        String solution = Files.readString(file);
        JsonNode diff = get("/diff?exercise=1.3");
        JsonNode history = get("/keep");
        JsonNode undone = post("/keep", Json.object().put("do", "undo"));

        assertThat(preview.at("/changes/0/path").asText()).endsWith("infra/PubSubStack.java");
        assertThat(untouched).isEqualTo(starter);
        assertThat(solved.path("changes")).isEqualTo(preview.path("changes"));
        assertThat(solution).isNotEqualTo(starter);
        assertThat(diff.path("lines")).isEmpty();
        assertThat(history.at("/next/what").asText()).isEqualTo("solve 1.3");
        assertThat(undone.at("/undone/number").asInt())
                .isEqualTo(history.at("/next/number").asInt());
        assertThat(Files.readString(file)).isEqualTo(starter);
        assertThat(get("/diff?exercise=1.3").path("lines").size()).isPositive();
        assertThat(workshop.root().resolve(".lab/backups")).isNotEmptyDirectory();
    }

    @Test
    void sends_many_and_tells_how_far_it_is() throws Exception {
        ObjectNode burst = Json.object()
                .put("session", "s1")
                .put("kind", "topic")
                .put("address", topic)
                .put("template", "product_created")
                .put("count", 20);

        List<JsonNode> lines = lines("/send", burst);

        assertThat(lines.getLast().path("ended").asBoolean()).isTrue();
        assertThat(lines.getLast().path("accepted").asInt()).isEqualTo(20);
        assertThat(get("/published").findValuesAsText("body")).hasSizeGreaterThanOrEqualTo(20);
        assertThat(get("/published").at("/0/attributes").asText()).contains("product_created");
    }

    @Test
    void ends_a_burst_that_is_cancelled() throws Exception {
        ObjectNode burst = Json.object()
                .put("session", "s2")
                .put("kind", "queue")
                .put("address", queue.url())
                .put("body", "{}")
                .put("count", 10_000)
                .put("rate", 20);

        CompletableFuture<List<JsonNode>> sending = CompletableFuture.supplyAsync(() -> unchecked("/send", burst));
        Awaitility.await().until(() -> queue.visibleCount() > 2);
        post("/send", Json.object().put("cancel", "s2"));

        assertThat(sending.get().getLast().path("sent").asInt()).isBetween(1, 9_999);
    }

    @Test
    void says_what_is_refused() throws Exception {
        ObjectNode nowhere = Json.object()
                .put("kind", "topic")
                .put("address", topic + "-gone")
                .put("body", "{}");

        JsonNode last = lines("/send", nowhere).getLast();

        assertThat(last.path("refused").asInt()).isOne();
        assertThat(last.path("reason").asText()).isEqualTo("NotFound: Topic does not exist");
        assertThat(status("/send", Json.object().put("kind", "pigeon")))
                .isEqualTo("400 This request makes no sense here: a topic, queue or bus, not “pigeon”");
    }

    @Test
    void tries_a_policy_on_what_was_published_also_if_nobody_got_it() throws Exception {
        lines(
                "/send",
                Json.object()
                        .put("kind", "topic")
                        .put("address", topic)
                        .put("body", "no JSON")
                        .set("attributes", Json.object().put("change", "RENAMED")));

        JsonNode tried = post(
                "/try",
                Json.object()
                        .put("kind", "policy")
                        .put("scope", "MessageAttributes")
                        .put("text", "{\"change\": [\"REPRICED\"]}")
                        .put("to", topic));

        JsonNode newest = tried.at("/events/0");
        assertThat(newest.path("matches").asBoolean()).isFalse();
        assertThat(newest.path("why").asText()).contains("change").contains("RENAMED");
    }

    @Test
    void says_in_which_line_a_pattern_is_wrong() throws Exception {
        JsonNode syntax = tryPattern("{\n  \"source\": [\"a\"],\n}");
        JsonNode meaning = tryPattern("{\n  \"detail-type\": [\"x\"],\n  \"source\": \"a\"\n}");

        assertThat(syntax.path("valid").asBoolean()).isFalse();
        assertThat(syntax.path("line").asInt()).isEqualTo(3);
        assertThat(meaning.path("message").asText())
                .isEqualTo("Event pattern is not valid. Reason: \"source\" must be an object or an array");
        assertThat(meaning.path("line").asInt()).isEqualTo(3);
    }

    @Test
    void lists_the_policies_that_are_deployed() throws Exception {
        cloud.account()
                .topics()
                .subscribe(topic, "sqs", queue("filtered").arn(), Map.of("FilterPolicy", "{\"a\": [\"b\"]}"));

        assertThat(get("/patterns").findValuesAsText("text")).contains("{\"a\": [\"b\"]}");
    }

    @Test
    void looks_into_queues_without_receiving_and_moves_dead_letters_back() throws Exception {
        Queue dead = queue("dead");
        Queue work = cloud.account()
                .queues()
                .create(
                        "work",
                        Map.of(
                                "RedrivePolicy",
                                "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 1}".formatted(dead.arn())));
        lines(
                "/send",
                Json.object().put("kind", "queue").put("address", work.url()).put("body", "fragile"));
        work.receive("a test", 1).forEach(received -> {});
        cloud.account().clock().advance(work.visibilityTimeout());
        work.receive("a test", 1);

        JsonNode looked = get("/messages?queue=" + dead.arn());
        JsonNode again = get("/messages?queue=" + dead.arn());
        post("/redrive", Json.object().put("queue", dead.arn()));

        assertThat(looked.at("/messages/0/body").asText()).isEqualTo("fragile");
        assertThat(looked.at("/messages/0/cameFrom").asText()).isEqualTo("queue work");
        assertThat(again).isEqualTo(looked);
        assertThat(dead.visibleCount()).isZero();
        assertThat(work.visibleCount()).isOne();
        assertThat(status("/redrive", Json.object().put("queue", work.arn())))
                .startsWith("409 SQS does not move these messages.");
    }

    @Test
    void shows_the_outbox_and_schemas_and_targets() throws Exception {
        var contracts = Files.createDirectories(
                workshop.lab().starter().resolve("src/main/resources/contracts/product_created"));
        Files.writeString(contracts.resolve("1.json"), "{\"type\": \"object\"}");
        Files.writeString(contracts.resolve("2.json"), "{oops");

        JsonNode targets = get("/targets");

        assertThat(get("/outbox").path("messages")).isEmpty();
        assertThat(targets.path("targets").findValuesAsText("name")).contains("prices", "history", "default");
        assertThat(targets.at("/schemas/0/schema/type").asText()).isEqualTo("object");
        assertThat(targets.at("/schemas/1/problem").asText()).isNotEmpty();
    }

    private JsonNode tryPattern(String text) throws Exception {
        return post(
                "/try", Json.object().put("kind", "pattern").put("text", text).put("events", "{}"));
    }

    private Queue queue(String name) {
        return cloud.account().queues().create(name, Map.of());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return Json.parse(answer(HttpRequest.newBuilder(address(path)).build()).body());
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        return Json.parse(answer(posting(path, body)).body());
    }

    private String status(String path, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(posting(path, body));
        return answer.statusCode() + " " + answer.body();
    }

    private List<JsonNode> lines(String path, JsonNode body) throws IOException, InterruptedException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer(posting(path, body)).body().lines().toList()) {
            lines.add(Json.parse(line));
        }
        return lines;
    }

    private List<JsonNode> unchecked(String path, JsonNode body) {
        try {
            return lines(path, body);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest posting(String path, JsonNode body) {
        return HttpRequest.newBuilder(address(path))
                .header("X-Workshop", "1")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private URI address(String path) {
        return URI.create(cloud.endpoint() + ControlEndpoint.PREFIX + path);
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
