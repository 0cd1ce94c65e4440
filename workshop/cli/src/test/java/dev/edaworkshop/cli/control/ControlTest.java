package dev.edaworkshop.cli.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.Resident;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** What {@code ./lab start} and the commands in other terminals say to each other, with lab 1 as it is given out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTest {
    private final Project project = Project.find(Optional.empty(), Path.of(""));
    private final Lab lab = project.lab("1");
    private final ControlEndpoint control = new ControlEndpoint(project.root());
    private final LocalCloud cloud = LocalCloud.start(0, control);
    private final ResidentLab running = ResidentLab.open(lab, cloud);
    private final ControlClient client =
            new ControlClient(new Resident(ProcessHandle.current().pid(), cloud.port(), lab.folderName(), Instant.EPOCH));

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
                .hasMessageContaining("CatalogueFunction, InventoryFunction, NotificationsFunction");
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
    void answers_nobody_but_the_command() throws IOException, InterruptedException {
        URI check = URI.create(client.endpoint() + ControlEndpoint.PREFIX + "/check");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest withoutIntent = HttpRequest.newBuilder(check)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"exercises\":[\"1.2\"]}"))
                    .build();

            assertThat(http.send(withoutIntent, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        }
    }

    private void publish(String topicArn) {
        try (var sns = SnsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("any", "any")))
                .build()) {
            sns.publish(request -> request.topicArn(topicArn).message("{}"));
        }
    }
}
