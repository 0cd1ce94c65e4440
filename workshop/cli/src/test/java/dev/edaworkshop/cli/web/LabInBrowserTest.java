package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.control.ControlEndpoint;
import dev.edaworkshop.cli.playground.Sender;
import dev.edaworkshop.cli.playground.ShopEvent;
import dev.edaworkshop.cli.playground.Target;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.LocalCloud;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lab 1 as its solution has it, in the browser. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabInBrowserTest {
    private final Project project = Project.find(Optional.empty(), Path.of(""));
    private final Lab starter = project.lab("1");
    private final ControlEndpoint control = new ControlEndpoint(project.root());
    private final LocalCloud cloud = LocalCloud.start(0, control);
    private final ResidentLab running = ResidentLab.open(
            new Lab(starter.number(), starter.folderName(), starter.solution(), starter.solution()), cloud);

    @BeforeAll
    void deploy() {
        control.serve(cloud.account(), running);
        running.deploy();
    }

    @AfterAll
    void close() {
        running.close();
        cloud.close();
    }

    @Test
    void an_event_arrives_at_its_consumers_and_nowhere_else() {
        try (OpenPage page = OpenPage.of(cloud.endpoint());
                Sender sender = new Sender(cloud.endpoint(), LocalCloud.REGION)) {
            page.go("flow");
            page.awaitLive();
            page.element("[data-station*=':function:']");

            sender.send(
                    ShopEvent.of("product_created", List.of(), new Random(1), Instant.EPOCH),
                    Target.choose("", "product_created", running.outputs()));

            page.await(() -> assertThat(invocations(page, "Inventory")).isEqualTo(1));
            page.await(() -> assertThat(invocations(page, "Notifications")).isEqualTo(1));
            assertThat(invocations(page, "Catalogue")).isZero();
            page.await(() -> assertThat(page.texts("[data-station*='DeadLetter'] .station-state"))
                    .isNotEmpty()
                    .allMatch("▢ empty"::equals));
            for (String theme : List.of("light", "dark")) {
                page.theme(theme);
                sender.send(
                        ShopEvent.of("product_created", List.of(), new Random(2), Instant.EPOCH),
                        Target.choose("", "product_created", running.outputs()));
                page.await(() -> assertThat(page.run("return document.querySelector('.flow-canvas').width"))
                        .isNotEqualTo(0L));
                page.screenshot("flow-" + theme);
            }
            page.go("journal");
            page.click(".journal-table a");
            page.await(() -> assertThat(page.text(".journey")).contains("delivered", "invoked", "returned"));
            for (String theme : List.of("light", "dark")) {
                page.theme(theme);
                page.screenshot("journal-" + theme);
            }
            page.go("guide?page=guide%2Flab1-pubsub.md");
            page.element(".exercise-panel");
            for (String theme : List.of("light", "dark")) {
                page.theme(theme);
                page.screenshot("guide-" + theme);
            }
            assertThat(page.complaints()).isEmpty();
        }
    }

    /** Of a function, as the page counts them. */
    private static long invocations(OpenPage page, String function) {
        Object sum = page.run("""
                return [...window.workshopFeed.counts()]
                  .filter(({to, kind}) => to.includes(":function:") && to.includes(arguments[0]) && kind === "INVOKED")
                  .reduce((sum, {count}) => sum + count, 0);""", function);
        return ((Number) sum).longValue();
    }
}
