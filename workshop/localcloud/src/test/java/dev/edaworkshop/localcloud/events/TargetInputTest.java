package dev.edaworkshop.localcloud.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.eventbridge.model.Target;

class TargetInputTest {
    private static final BusEvent EVENT = BusEvent.of(
            new BusEvent.Origin("123456789012", "eu-west-1", Instant.parse("2026-11-20T09:15:01.250Z")),
            "7bf73129-1428-4cd3-a780-95db273d1602",
            "shop.orders",
            "OrderPlaced",
            Instant.parse("2026-11-20T09:15:00Z"),
            List.of(),
            EventJson.object("""
                            {"userId": "a1", "payload": {"acc": "a1", "sf": "b"}, "single": ["HIGH"],
                             "multi": ["A", "B"], "flag": true, "price": 1.50, "quote": "say \\"hi\\"",
                             "items": [{"sku": "s1"}, {"sku": "s2"}], "deep.er": {"é": null}}""").orElseThrow());
    private static final RuleIdentity RULE =
            new RuleIdentity("orders", "default", "arn:aws:events:eu-west-1:123456789012:rule/orders");
    private static final Map<String, String> VARIABLES = Map.of(
            "userId", "$.detail.userId",
            "payload", "$.detail.payload",
            "single", "$.detail.single",
            "multi", "$.detail.multi",
            "flag", "$.detail.flag",
            "price", "$.detail.price",
            "quote", "$.detail.quote",
            "gone", "$.detail.gone");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id": <userId>}                                              | {"id":"a1"}
            {"id": "<userId>"}                                            | {"id":"a1"}
            {"path": "users/<userId>/x/<userId>"}                         | {"path":"users/a1/x/a1"}
            {"body": <payload>, "l": <single>, "m": [<userId>, "fixed"]}  | {"body":{"acc":"a1","sf":"b"},"l":["HIGH"],"m":["a1","fixed"]}
            {"command": <gone>}                                           | {"command":""}
            {"price": <price>, "flag": <flag>}                            | {"price":1.50,"flag":true}
            "User <userId> did <gone>"                                    | "User a1 did "
            "<payload> and <multi>"                                       | "{acc:a1,sf:b} and [A,B]"
            "[/<userId>"                                                  | "[/a1"
            "Is <flag>!"                                                  | "Is true!"
            {"rule": <aws.events.rule-name>}                              | {"rule":"orders"}
            {"rule": "<aws.events.rule-arn>"}                             | {"rule":"arn:aws:events:eu-west-1:123456789012:rule/orders"}
            {"at": <aws.events.event.ingestion-time>}                     | {"at":"2026-11-20T09:15:01.250Z"}
            {"e": <aws.events.event>}                                     | {"e":{"version":"0","id":"7bf73129-1428-4cd3-a780-95db273d1602","detailType":"OrderPlaced","source":"shop.orders","account":"123456789012","time":"2026-11-20T09:15:00Z","region":"eu-west-1","resources":[]}}
            """)
    void fills_templates_with_the_oddities_of_aws(String template, String result) {
        assertThat(transformed(template)).contains(result);
    }

    @Test
    void several_lines_of_text_arrive_as_several_quoted_lines() {
        assertThat(transformed("\"User <userId>\"\n\"did <gone>\"")).contains("\"User a1\"\n\"did \"");
    }

    @Test
    void the_whole_event_can_be_put_into_a_template() {
        assertThat(transformed("<aws.events.event.json>")).contains(EVENT.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\": \"<payload>\"}",
                "{\"x\": \"<single>\"}",
                "{\"x\": \"a/<payload>\"}",
                "{\"x\": \"<quote>\"}"
            })
    void nothing_is_delivered_when_the_values_spoil_the_json(String template) {
        assertThat(transformed(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            $                            |
            $.detail.userId              | "a1"
            $['detail']["userId"]        | "a1"
            $.detail-type                | "OrderPlaced"
            $.detail.items[1].sku        | "s2"
            $.detail.items[*].sku        | ["s1","s2"]
            $.detail['deep.er']          | {"é":null}
            $.detail.notexisting         | null
            """)
    void delivers_the_part_of_the_event_that_a_path_leads_to(String path, String part) {
        assertThat(input(target -> target.inputPath(path)).of(EVENT, RULE))
                .contains(part == null ? EVENT.json() : part);
    }

    @Test
    void delivers_a_constant_as_it_was_written() {
        assertThat(input(target -> target.input("{ \"a\": 1 }")).of(EVENT, RULE))
                .contains("{ \"a\": 1 }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"detail", "$.detail..id", "$.detail[?(@.a)]", "$.items[0:2]"})
    void refuses_paths_that_it_does_not_evaluate(String path) {
        assertThatThrownBy(() -> input(target -> target.inputPath(path)))
                .hasMessageStartingWith("Invalid InputPath for target T: " + path);
    }

    private static Optional<String> transformed(String template) {
        return input(target -> target.inputTransformer(
                        transformer -> transformer.inputPathsMap(VARIABLES).inputTemplate(template)))
                .of(EVENT, RULE);
    }

    private static TargetInput input(Consumer<Target.Builder> change) {
        return TargetInput.parse(Target.builder().id("T").applyMutation(change).build(), "targets.1.member");
    }
}
