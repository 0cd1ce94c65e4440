package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.WorkshopCopy;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.control.ControlEndpoint;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.localcloud.LocalCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** The guide in the browser, with lab 1 as it is given out. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideViewTest {
    private static final String CONTRACT = "src/main/resources/contracts/product_created/1.json";
    private static final String STACK = "src/main/java/dev/edaworkshop/lab1/infra/PubSubStack.java";

    private final WorkshopCopy workshop = WorkshopCopy.make();
    private final ControlEndpoint control = new ControlEndpoint(workshop.root());
    private final LocalCloud cloud = LocalCloud.start(0, control);
    private final ResidentLab lab = ResidentLab.open(workshop.lab(), cloud);
    private final OpenPage page;

    GuideViewTest() {
        control.serve(cloud.account(), lab);
        page = OpenPage.of(cloud.endpoint());
    }

    @AfterAll
    void close() {
        page.close();
        lab.close();
        cloud.close();
        workshop.close();
    }

    @Test
    void turns_green_when_the_file_is_edited_and_checked_again() throws IOException {
        page.go("guide?page=guide%2Flab1-pubsub.md&at=13-fan-out");

        page.click("button[aria-label='Check, exercise 1.3']");
        awaitVerdict("1.3 is red");
        assertThat(page.text(".verdict"))
                .contains("Are they sharing or copying?")
                .contains("If two people empty one letter box, how many letters does each of them read?");
        page.await(() -> assertThat(page.attributes(".exercise-state .tag", "data-state"))
                .contains("red"));
        page.screenshot("guide-red");
        workshop.edit(STACK, "notifications.readFrom(inventoryQueue);", """
                var notificationsQueue = new EventQueue(this, "NotificationsQueue");
                notificationsQueue.subscribeTo(topics.productCreated());
                notifications.readFrom(notificationsQueue);""");
        page.click("button[aria-label='Check, exercise 1.3']");

        awaitVerdict("1.3 is green");
        page.await(() -> assertThat(page.attributes(".exercise-state .tag", "data-state"))
                .contains("solved"));
        assertThat(Files.readString(workshop.root().resolve(".lab/progress.json")))
                .contains("\"1.3\"");
        page.screenshot("guide-green");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void solves_after_asking_and_takes_back() throws IOException {
        var file = workshop.lab().starter().resolve("src/main/java/dev/edaworkshop/lab1/Catalogue.java");
        String mine = Files.readString(file);
        page.go("guide?page=guide%2Flab1-pubsub.md&at=12-name-the-fact");

        page.click("button[aria-label='Solve, exercise 1.2']");
        page.await(() -> assertThat(page.text("dialog[open]")).contains("Catalogue.java", "ProductTopics.java"));
        page.press(Keys.ESCAPE);
        page.await(() -> assertThat(page.texts("dialog.confirm")).isEmpty());
        assertThat(Files.readString(file)).isEqualTo(mine);
        page.click("button[aria-label='Solve, exercise 1.2']");
        page.click("dialog[open] button.primary");
        page.await(() -> assertThat(page.text(".exercise-output")).contains("The solution of 1.2 is in your files."));
        assertThat(Files.readString(file)).isNotEqualTo(mine);
        page.click("button[aria-label='Undo, exercise 1.2']");
        page.click("dialog[open] button.primary");

        page.await(() -> assertThat(page.text(".exercise-output")).contains("Took back step"));
        assertThat(Files.readString(file)).isEqualTo(mine);
    }

    @Test
    void helps_in_levels_and_compares() {
        page.go("guide?page=guide%2Flab1-pubsub.md&at=11-four-terminals");

        page.click("button[aria-label='Hint, exercise 1.1']");
        page.await(() -> assertThat(page.text(".exercise-output")).contains("no check has seen anything wrong here"));
        page.click(".exercise-output button:nth-of-type(3)");
        page.await(() -> assertThat(page.text(".exercise-output")).contains("./lab run 1 worker"));
        page.go("guide?page=guide%2Flab1-pubsub.md&at=12-name-the-fact");
        page.click("button[aria-label='Compare with the solution, exercise 1.2']");

        page.await(() -> assertThat(page.text(".diff .added")).contains("product_price_changed"));
    }

    @Test
    void sends_an_event_by_the_form_of_its_contract() throws IOException {
        Files.copy(
                Project.find(Optional.empty(), Path.of("")).lab("3").solution().resolve(CONTRACT),
                Files.createDirectories(
                                workshop.lab().starter().resolve(CONTRACT).getParent())
                        .resolve("1.json"));
        page.go("send");
        page.await(() -> assertThat(page.texts("optgroup[label=Buses] option")).contains("default"));
        choose(0, "default");
        choose(1, "product_created version 1, by its contract");
        page.type("form input[type=number]", "12.5");

        page.await(() -> assertThat(page.text("form pre"))
                .contains("\"price\": 12.5", "\"sku\": \"TOY-0001\"", "\"event_name\": \"product_created\""));
        page.click("form button[type=submit]");
        page.await(() -> assertThat(page.text("form [role=status]")).contains("1 of 1 sent; 1 accepted, 0 refused."));
        page.await(() -> assertThat(page.text(".past")).contains("product_created", "12.5"));
        assertThat(page.barriers()).isEmpty();
        assertThat(page.complaints()).isEmpty();
    }

    /** In the form's first, second, … list. */
    private void choose(int list, String option) {
        page.await(() -> assertThat(page.run("""
                const list = document.querySelectorAll('form select')[arguments[0]];
                const option = [...list.options].find((one) => one.textContent === arguments[1]);
                if (!option) return [...list.options].map((one) => one.textContent).join(', ');
                list.value = option.value;
                list.dispatchEvent(new Event('change'));
                return arguments[1];""", list, option)).isEqualTo(option));
    }

    @Test
    void keeps_nobody_out() {
        page.go("guide?page=guide%2Flab1-pubsub.md");
        page.element(".exercise-panel");

        for (String theme : new String[] {"light", "dark"}) {
            page.theme(theme);
            assertThat(page.barriers()).as(theme).isEmpty();
        }
        page.resize(390, 844);
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.screenshot("guide-narrow");
        page.resize(1280, 720);
        page.theme("light");
    }

    /** The first check starts CDK and the functions' processes, which can take minutes on a busy machine. */
    private void awaitVerdict(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> assertThat(page.text(".exercise-output"))
                .contains(words));
    }
}
