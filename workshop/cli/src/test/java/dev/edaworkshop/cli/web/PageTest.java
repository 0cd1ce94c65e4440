package dev.edaworkshop.cli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** The page in a browser, with a shop of topics, buses and queues. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final String REPRICED = "{\"sku\": \"TOY-0001\", \"change\": \"REPRICED\"}";
    private static final String RENAMED = "{\"sku\": \"TOY-0001\", \"change\": \"RENAMED\"}";

    private final SampleShop shop = SampleShop.open();
    private final OpenPage page = OpenPage.of(shop.endpoint());

    @AfterAll
    void close() {
        page.close();
        shop.close();
    }

    @Test
    void an_event_is_seen_where_it_went_and_where_it_stopped_and_why() {
        try (SampleShop fresh = SampleShop.open();
                OpenPage its = OpenPage.of(fresh.endpoint())) {
            openList(its);

            fresh.publish(fresh.topicArn(), RENAMED);
            fresh.publish(fresh.topicArn(), REPRICED);

            its.await(() -> assertThat(its.texts(".flow-list tbody tr"))
                    .anySatisfy(row -> assertThat(row)
                            .startsWith("product_price_changedInventory")
                            .endsWith("200000"))
                    .anySatisfy(row -> assertThat(row)
                            .startsWith("product_price_changedPriceHistory")
                            .endsWith("110000")));
            its.await(() -> assertThat(its.attributes("[data-station]", "aria-label"))
                    .contains(
                            "queue Inventory, 2 waiting",
                            "queue Notifications, 2 waiting",
                            "queue PriceHistory, 1 waiting",
                            "queue Receipts, empty",
                            "queue BigOrders, empty"));
            assertThat(its.text(".why")).contains("⊘ `change` is \"RENAMED\"; wanted is \"REPRICED\"");
            assertThat(its.complaints()).isEmpty();
        }
    }

    @Test
    void picture_and_journal_lead_to_each_other() {
        page.go("flow");
        String id = shop.publish(shop.topicArn(), RENAMED);
        page.click("[data-station$=':PriceHistory']");
        page.await(() -> assertThat(page.text(".flow-detail")).contains("Comes from", "product_price_changed"));

        page.click(".flow-detail a[data-name='journal']");
        page.await(() -> assertThat(page.text(".journal-table")).contains(id.substring(0, 8), "filtered out"));
        page.click(".journal-table tr.filtered a");
        page.await(() -> assertThat(page.text(".journey"))
                .contains("Why not further?", "queue PriceHistory: filtered out", "aws sns publish --topic-arn"));
        page.click(".hop.filtered a");

        page.await(() -> assertThat(page.text(".flow-detail")).contains("Filter policy", "REPRICED", "Stopped last"));
        page.await(() -> assertThat(page.attributes(".way.selected", "data-way"))
                .containsExactly(shop.topicArn() + " " + queueArn("PriceHistory")));
    }

    @Test
    void what_an_event_contains_stays_text() {
        String markup = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";
        String rightToLeft = "\u202Eשלום\u202C مرحبا";

        String id = shop.publish(
                shop.topicArn(), "{\"change\": \"%s\"}".formatted((markup + rightToLeft).replace("\"", "\\\"")));
        page.go("journal?event=" + id);

        page.await(() -> assertThat(page.text(".journey")).contains("<script>", "onerror", "שלום", "مرحبا"));
        page.await(() -> assertThat(page.text(".journal-table")).contains("<script>"));
        assertThat(page.run("return document.querySelectorAll('main script, main img').length"))
                .isEqualTo(0L);
        assertThat(page.run("return document.title")).isEqualTo("Journal · sample shop");
        assertThat(page.run("""
                const box = document.querySelector(".journey").getBoundingClientRect();
                return [...document.querySelectorAll(".journey .foreign")].every((e) => {
                  const {left, right} = e.getBoundingClientRect();
                  return left >= box.left && right <= box.right;
                });""")).isEqualTo(true);
    }

    @Test
    void a_restarted_cloud_is_recognised_and_counted_anew() {
        SampleShop first = SampleShop.open();
        int port = first.port();
        try (OpenPage its = OpenPage.of(first.endpoint())) {
            openList(its);
            first.publish(first.topicArn(), REPRICED);
            first.publish(first.topicArn(), REPRICED);
            its.await(() -> assertThat(inventory(its)).contains("2 waiting"));

            first.close();
            its.await(() -> assertThat(its.text("#connection")).contains("connection lost"));
            try (SampleShop second = SampleShop.openOn(port)) {
                its.awaitLive();
                its.await(() -> assertThat(inventory(its)).contains("empty"));
                second.publish(second.topicArn(), REPRICED);

                its.await(() -> assertThat(inventory(its)).contains("1 waiting"));
                its.await(() -> assertThat(its.texts(".flow-list tbody tr")).anySatisfy(row -> assertThat(row)
                        .startsWith("product_price_changedInventory")
                        .endsWith("100000")));
            }
        }
    }

    @Test
    void a_reload_keeps_view_and_filters_and_the_keyboard_is_enough() {
        page.go("flow");
        page.awaitLive();
        page.press("j");
        page.await(() -> assertThat(page.text("h1")).isEqualTo("Journal"));
        page.press("/");
        page.press("TOY-0001", Keys.TAB);
        page.await(() -> assertThat(page.run("return location.hash")).isEqualTo("#/journal?text=TOY-0001"));

        page.reload();

        page.await(() -> assertThat(page.run("return document.querySelector('[type=search]')?.value"))
                .isEqualTo("TOY-0001"));
        page.press("f");
        page.await(() -> assertThat(page.text("h1")).isEqualTo("Flow"));
        page.element("[data-station]");
        page.run("document.querySelector('[data-station][tabindex=\"0\"]').focus()");
        page.press(Keys.ARROW_RIGHT, Keys.ENTER);
        page.await(() -> assertThat(page.texts(".flow-detail h2")).hasSize(1));
        page.press(Keys.ESCAPE);
        page.await(() -> assertThat(page.run("return document.querySelector('.flow-detail').hidden"))
                .isEqualTo(true));
    }

    @Test
    void keeps_nobody_out_in_light_and_dark_on_a_desk_and_on_a_phone() {
        shop.publish(shop.topicArn(), RENAMED);
        String id = shop.publish(shop.topicArn(), REPRICED);
        for (String view : views()) {
            page.go(view.equals("journal") ? "journal?event=" + id : view);
            page.element("h1");
            for (String theme : List.of("light", "dark")) {
                page.theme(theme);
                for (int width : List.of(1280, 390)) {
                    page.resize(width, 720);
                    assertThat(page.barriers())
                            .as("%s, %s, %d pixels wide", view, theme, width)
                            .isEmpty();
                    assertThat(page.run("return document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits %d pixels", view, width)
                            .isEqualTo(true);
                }
            }
        }
        page.resize(1280, 720);
    }

    /** Whatever there is in the navigation. */
    private List<String> views() {
        page.go("flow");
        page.element("#views a");
        return page.attributes("#views a", "data-view");
    }

    private String queueArn(String name) {
        return shop.account().queues().all().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow()
                .arn();
    }

    private static void openList(OpenPage page) {
        page.go("flow");
        page.awaitLive();
        page.click(".flow-list summary");
        page.element(".flow-list tbody tr");
    }

    private static String inventory(OpenPage page) {
        return page.text("[data-station$=':Inventory'] .station-state");
    }
}
