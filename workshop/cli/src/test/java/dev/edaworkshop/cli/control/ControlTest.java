package dev.edaworkshop.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.playground.Receipt;
import dev.edaworkshop.cli.playground.Sender;
import dev.edaworkshop.cli.playground.ShopEvent;
import dev.edaworkshop.cli.playground.Target;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.WhyNot;
import dev.edaworkshop.testkit.run.Verdict;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

/** What {@code ./lab start} and the commands in other terminals say to each other, with lab 1 as it is given out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {
    private final Project project = Project.find(Optional.empty(), Path.of(""));
    private final Lab lab = project.lab("1");
    private final ControlEndpoint control = new ControlEndpoint(project.root());
    private final LocalCloud cloud = LocalCloud.start(0, control);
    private final ResidentLab running = ResidentLab.open(lab, cloud);
    private final ControlClient client = new ControlClient(
            new Resident(ProcessHandle.current().pid(), cloud.port(), lab.folderName(), Instant.EPOCH));

    @BeforeAll
    void deploy() {
        running.deploy();
        control.serve(cloud.account(), running);
    }

    @AfterAll
    void close() {
        running.close();
        cloud.close();
    }

    @Test
    void tells_the_outputs_of_the_stack() {
        assertThat(client.outputs()).containsKeys("WorkerQueueUrl", "ProductCreatedTopicArn");
    }

    @Test
    void tells_what_happened_and_what_functions_printed() {
        String topic = client.outputs().getOrDefault("ProductCreatedTopicArn", "");
        publish(topic);
        cloud.account().clock().drain(Duration.ofMinutes(1));

        List<Hop> hops = new ArrayList<>();
        client.journal(false, hops::add);
        List<String> log = new ArrayList<>();
        client.log("catalogue", false, log::add);

        assertThat(hops).extracting(Hop::kind).contains(Hop.Kind.PUBLISHED, Hop.Kind.DELIVERED);
        assertThatThrownBy(() -> client.log("function", false, log::add))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("CatalogueFunction, ")
                .hasMessageContaining("InventoryFunction, NotificationsFunction");
    }

    @Test
    void checks_what_is_on_disk() {
        List<Verdict> verdicts = new ArrayList<>();

        client.check(List.of("1.3"), verdicts::add);

        assertThat(verdicts).singleElement().satisfies(verdict -> {
            assertThat(verdict.exercise()).isEqualTo("1.3");
            assertThat(verdict.firstProblem().flatMap(Verdict.Problem::mistake)).hasValue("both-on-one-queue");
        });
    }

    @Test
    void moves_the_clock_and_says_what_is_due() throws IOException {
        JsonNode before = client.ask("/time", "");
        cloud.account().clock().schedule(Duration.ofHours(100), "a test's timer", () -> {});

        JsonNode moved = client.ask("/time", "{\"advance\": \"PT101H\"}");

        assertThat(moved.path("happened").findValuesAsText("what")).contains("a test's timer");
        assertThat(moved.path("due").findValuesAsText("what")).doesNotContain("a test's timer");
        assertThat(moved.path("aheadSeconds").asLong()
                        - before.path("aheadSeconds").asLong())
                .as("to the second, however long it took")
                .isEqualTo(101 * 3600);
    }

    @Test
    void what_follows_from_something_on_the_way_happens_on_the_way() throws IOException {
        CloudClock clock = cloud.account().clock();
        List<Instant> happened = new CopyOnWriteArrayList<>();
        clock.schedule(Duration.ofHours(1), "a first try", () -> {
            happened.add(clock.instant());
            clock.schedule(Duration.ofHours(2), "a second try", () -> happened.add(clock.instant()));
        });

        JsonNode moved = client.ask("/time", "{\"advance\": \"PT4H\"}");

        assertThat(moved.path("happened").findValuesAsText("what")).contains("a first try", "a second try");
        assertThat(happened).hasSize(2);
        assertThat(Duration.between(happened.getFirst(), happened.getLast()).toHours())
                .isEqualTo(2);
    }

    @Test
    void switches_faults_on_and_off_and_lists_them() {
        JsonNode on = client.ask("/fault", "{\"function\": \"inventory\", \"fault\": \"fail\", \"percent\": 50}");
        JsonNode listed = client.ask("/fault", "");
        JsonNode off = client.ask("/fault", "{\"function\": \"inventory\", \"fault\": \"off\"}");

        assertThat(on.findValuesAsText("fault")).contains("50 % of its invocations fail");
        assertThat(listed).isEqualTo(on);
        assertThat(off.findValuesAsText("fault")).containsOnly("");
        assertThatThrownBy(() -> client.ask("/fault", "{\"function\": \"function\", \"fault\": \"throttle\"}"))
                .isInstanceOf(LabException.class)
                .hasMessageContaining("InventoryFunction, NotificationsFunction");
    }

    @Test
    void sends_events_of_the_shop_to_the_lab() {
        Target target = Target.choose("", "product_created", client.outputs());
        try (Sender sender = new Sender(client.endpoint(), LocalCloud.REGION)) {
            ShopEvent event = ShopEvent.of("product_created", List.of(), new Random(1), Instant.EPOCH);

            assertThat(sender.send(event, target)).isInstanceOfSatisfying(Receipt.Accepted.class, accepted -> {
                List<Hop> hops = new ArrayList<>();
                client.journal(false, hops::add);
                assertThat(new WhyNot(hops).events(accepted.eventId())).hasSize(1);
            });
            assertThat(sender.send(event, new Target.Topic(target.address() + "-not-there")))
                    .isEqualTo(new Receipt.Refused("NotFound: Topic does not exist"));
        }
    }

    @Test
    void answers_nobody_but_the_command() throws IOException, InterruptedException {
        URI check = URI.create(client.endpoint() + ControlEndpoint.PREFIX + "/check");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest withoutIntent = HttpRequest.newBuilder(check)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"exercises\":[\"1.2\"]}"))
                    .build();

            assertThat(http.send(withoutIntent, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        }
    }

    private void publish(String topicArn) {
        try (var sns = SnsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .build()) {
            sns.publish(request -> request.topicArn(topicArn).message("{}"));
        }
    }
}
