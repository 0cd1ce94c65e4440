package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.outbox.OutboxMessage;
import dev.edaworkshop.localcloud.sqs.Queue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Send, Patterns, Clock and faults, Queues, Outbox and Logs in the browser. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolViewsTest {
    private static final String EVIL =
            "<script>window.stolen = true</script><img src=x onerror='window.stolen = true'>";

    private final SampleShop shop = SampleShop.open();
    private final OpenPage page = OpenPage.of(shop.endpoint());

    @AfterAll
    void close() {
        page.close();
        shop.close();
    }

    @Test
    void sends_a_burst_and_an_event_of_the_past_once_more() {
        page.go("send");
        page.await(() -> assertThat(page.texts("option")).contains("product_price_changed"));

        page.type("input[type=number]", "5");
        page.click("form button[type=submit]");
        page.await(() -> assertThat(page.text("form [role=status]")).contains("5 of 5 sent; 5 accepted, 0 refused."));
        page.await(() -> assertThat(page.texts(".past button")).isNotEmpty());
        page.click(".past button");
        page.await(() -> assertThat(page.run("return document.querySelector('textarea[aria-label=Body]').value")
                        .toString())
                .contains("\"event_name\": \"product_created\""));
        page.click("form button[type=submit]");

        page.await(() -> assertThat(page.text("form [role=status]")).contains("1 of 1 sent"));
        page.await(() -> assertThat(page.texts(".past li")).hasSizeGreaterThan(4));
        inBothThemes("send");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void says_while_typing_which_events_match_and_why_the_others_do_not() {
        shop.publish(shop.topicArn(), "{\"change\": \"RENAMED\", \"note\": \"typing\"}");
        page.go("patterns");
        page.element(".view-patterns option[value=body]");
        page.run(
                "const s = document.querySelector('.view-patterns select'); s.value = 'body'; s.dispatchEvent(new Event('change'))");

        page.type(".view-patterns textarea", "{\"change\": [\"RENAMED\"], \"note\": [\"typing\"]}");
        page.await(() -> assertThat(page.text(".tried .matches")).contains("✓ matches"));
        page.type(".view-patterns textarea", "{\"change\": [\"REPRICED\"], \"note\": [\"typing\"]}");
        page.await(() -> assertThat(page.text(".tried .why")).contains("change").contains("RENAMED"));
        inBothThemes("patterns");
        page.type(".view-patterns textarea", "{\n\"change\": \"x\"\n}");

        page.await(() -> assertThat(page.text(".view-patterns .notice.bad")).contains("Line 2:", "\"change\""));
        page.run("const s = document.querySelectorAll('.view-patterns select')[1];"
                + "s.value = [...s.options].find(o => o.textContent.includes('big-orders')).value;"
                + "s.dispatchEvent(new Event('change'))");
        page.await(() -> assertThat(page.run("return document.querySelector('.view-patterns textarea').value")
                        .toString())
                .contains("\"numeric\""));
    }

    @Test
    void moves_the_clock_to_what_is_due_next() {
        shop.account().clock().schedule(Duration.ofHours(30), "a test's timer " + EVIL, () -> {});
        page.go("clock");
        page.await(() -> assertThat(page.text(".view-clock .plain-list")).contains("a test's timer " + EVIL));

        page.type(".view-clock form input", "31h");
        page.press(Keys.ENTER);

        page.await(() -> assertThat(page.text(".view-clock .notice.good")).contains("a test's timer"));
        page.await(() -> assertThat(page.text(".cloud-time")).contains("ahead of your clock"));
        inBothThemes("clock");
        assertUnharmed();
    }

    @Test
    void looks_into_a_queue_and_moves_dead_letters_back() {
        Queue dead = shop.queue("fragile-dead");
        Queue work = shop.account()
                .queues()
                .create(
                        "fragile",
                        Map.of(
                                "RedrivePolicy",
                                "{\"deadLetterTargetArn\": \"%s\", \"maxReceiveCount\": 1}".formatted(dead.arn())));
        page.go("send");
        page.await(() -> assertThat(page.texts("option")).contains("fragile"));
        page.run(
                "const s = document.querySelector('.view-send select');"
                        + "s.value = [...s.options].find(o => o.textContent === 'fragile').value; s.dispatchEvent(new Event('change'))");
        page.run(
                "const s = document.querySelectorAll('.view-send select')[1]; s.value = 'raw'; s.dispatchEvent(new Event('change'))");
        page.type("textarea[aria-label=Body]", EVIL);
        page.click("form button[type=submit]");
        page.await(() -> assertThat(work.visibleCount()).isOne());
        assertThat(work.receive("a test", 1)).hasSize(1);
        shop.account().clock().advance(work.visibilityTimeout());
        assertThat(work.receive("a test", 1)).isEmpty();

        page.go("queues");
        page.click("a[data-queue='" + dead.arn() + "']");
        page.await(() -> assertThat(page.text(".messages")).contains(EVIL));
        inBothThemes("queues");
        page.click(".view-queues button.primary");
        page.click("dialog[open] button.primary");

        page.await(() ->
                assertThat(page.text(".view-queues [aria-label=Messages]")).contains("It is empty."));
        assertThat(work.visibleCount()).isOne();
        assertUnharmed();
    }

    @Test
    void shows_mail_as_text() {
        shop.account()
                .outbox()
                .add(new OutboxMessage(
                        shop.account().clock().instant(),
                        OutboxMessage.Kind.EMAIL,
                        "ada@example.com",
                        "A receipt " + EVIL,
                        "Thank you. " + EVIL,
                        shop.topicArn(),
                        ""));
        page.go("outbox");

        page.await(() -> assertThat(page.text(".outbox")).contains("ada@example.com", "Thank you. " + EVIL));
        inBothThemes("outbox");
        assertUnharmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "patterns", "clock", "queues", "outbox", "logs"})
    void keeps_nobody_out(String view) {
        page.go(view);
        page.awaitLive();
        page.element(".view-" + view + " h1");

        for (String theme : new String[] {"light", "dark"}) {
            page.theme(theme);
            assertThat(page.barriers()).as(view + ", " + theme).isEmpty();
        }
        page.resize(390, 844);
        assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.screenshot(view + "-narrow");
        page.resize(1280, 720);
        page.theme("light");
    }

    private void inBothThemes(String name) {
        page.screenshot(name + "-light");
        page.theme("dark");
        page.screenshot(name + "-dark");
        page.theme("light");
    }

    private void assertUnharmed() {
        assertThat(page.run("return window.stolen === undefined && document.querySelector('main img') === null"))
                .isEqualTo(true);
        assertThat(page.complaints()).isEmpty();
    }
}
