package dev.edaworkshop.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.console.Style;
import dev.edaworkshop.localcloud.journal.Hop;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HopLineTest {
    private static final String TOPIC =
            "arn:aws:sns:us-east-1:000000000000:Lab1PubSub-TopicsProductCreated4C9A058E-AB12CD34EF56";
    private static final String QUEUE =
            "arn:aws:sqs:us-east-1:000000000000:Lab1PubSub-InventoryQueue9CB6A1E3-AB12CD34EF56";

    private final HopLine line = new HopLine(new Style(false), 100, ZoneOffset.UTC);

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource({
        TOPIC + ", topic TopicsProductCreated",
        QUEUE + ", queue InventoryQueue",
        "arn:aws:lambda:us-east-1:000000000000:function:Lab1PubSub-InventoryFunctionAC7B2BEA-AB12CD34EF56, function InventoryFunction",
        "arn:aws:sts::000000000000:assumed-role/SomeRole/Lab1PubSub-CatalogueFunctionAC7B2BEA-AB12CD34EF56, function CatalogueFunction",
        "arn:aws:iam::000000000000:root, you",
        "arn:aws:sqs:us-east-1:000000000000:my-queue, queue my-queue",
        "arn:aws:dynamodb:us-east-1:000000000000:table/Lab5ProductApi-ProductsTable0A1B2C3D-AB12CD34EF56/index/by-price, table ProductsTable",
        "arn:aws:dynamodb:us-east-1:000000000000:table/products/stream/2026-11-20T09:15:00.123, stream of table products",
        "sns.amazonaws.com, sns.amazonaws.com",
    })
    void resources_are_called_what_people_call_them(String arn, String name) {
        assertThat(Names.of(arn)).isEqualTo(name);
    }

    @Test
    void a_hop_is_one_line_cut_to_the_width() {
        Hop hop = hop(Hop.Kind.DELIVERED, "", "{\"event_id\": \"e-1\",\n  \"name\": \"" + "x".repeat(200) + "\"}");

        assertThat(line.of(hop))
                .startsWith(
                        "09:15:00.123  delivered      topic TopicsProductCreated → queue InventoryQueue  3f2a91c4  {\"")
                .hasSizeLessThanOrEqualTo(100)
                .doesNotContain("\n");
    }

    @Test
    void the_reason_stands_below_in_full() {
        String reason = "The message was received 3 times, and maxReceiveCount is 3. "
                .repeat(4)
                .strip();

        assertThat(line.of(hop(Hop.Kind.DEAD_LETTERED, reason, ""))).endsWith("\n              " + reason);
    }

    @Test
    void a_hop_survives_the_way_through_json() {
        Hop hop = hop(Hop.Kind.REFUSED, "no \"permission\"\n", "{}");

        assertThat(HopJson.read(HopJson.write(hop))).isEqualTo(hop);
    }

    private static Hop hop(Hop.Kind kind, String reason, String payload) {
        return new Hop(
                7, Instant.parse("2026-11-20T09:15:00.123Z"), kind, TOPIC, QUEUE, "3f2a91c4-0000", 0, reason, payload);
    }
}
