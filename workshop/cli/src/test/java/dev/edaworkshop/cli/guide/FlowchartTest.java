package dev.edaworkshop.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.guide.Flowchart.Node;
import dev.edaworkshop.cli.guide.FlowchartLayout.Box;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowchartTest {
    private static final String SHOP = """
            flowchart LR
                office([back office]) -- "create, delete" --> catalogue[Catalogue<br/>function]
                catalogue --> created{{product_created}} & deleted{{product_deleted}}
                created --> queue[[a queue]] -.-> worker((worker))
                deleted -->|all| table[(table)]
                office --> worker
                worker <--> catalogue
                subgraph later
                    table --> archive{archive?}
                end
            """;

    @Test
    void reads_nodes_arrows_and_subgraphs() {
        Flowchart chart = Flowchart.parse(SHOP).orElseThrow();

        assertThat(chart.inWords())
                .containsExactly(
                        "back office → Catalogue function (create, delete)",
                        "Catalogue function → product_created",
                        "Catalogue function → product_deleted",
                        "product_created → a queue",
                        "a queue → worker",
                        "product_deleted → table (all)",
                        "back office → worker",
                        "worker → Catalogue function",
                        "table → archive?");
        assertThat(chart.groups()).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("later");
            assertThat(group.members()).containsExactly("table", "archive");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void lays_nodes_out_without_overlap_and_within_the_picture(boolean leftToRight) {
        Flowchart read = Flowchart.parse(SHOP).orElseThrow();
        Flowchart chart = leftToRight ? read : read.fromTopToBottom();
        FlowchartLayout layout = new FlowchartLayout(chart);

        List<Box> boxes = chart.nodes().stream().map(layout::box).toList();

        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            Node node = chart.nodes().get(i);
            assertThat(box.x() - box.width() / 2).as(node.id()).isNotNegative();
            assertThat(box.y() - box.height() / 2).as(node.id()).isNotNegative();
            assertThat(box.x() + box.width() / 2).as(node.id()).isLessThanOrEqualTo(layout.width());
            assertThat(box.y() + box.height() / 2).as(node.id()).isLessThanOrEqualTo(layout.height());
            for (Box other : boxes.subList(i + 1, boxes.size())) {
                boolean apart = Math.abs(box.x() - other.x()) >= (box.width() + other.width()) / 2
                        || Math.abs(box.y() - other.y()) >= (box.height() + other.height()) / 2;
                assertThat(apart).as("%s and %s", box, other).isTrue();
            }
        }
    }

    @Test
    void tells_a_sequence_step_by_step() {
        assertThat(SequenceSteps.parse("""
                sequenceDiagram
                    participant L as Lambda
                    participant P as Payments
                    L->>P: attempt 1
                    P--xL: throws
                    Note over L: one minute later
                """))
                .hasValue(List.of(
                        "Lambda → Payments: attempt 1",
                        "Payments → Lambda: throws (lost)",
                        "Lambda: one minute later"));
        assertThat(SequenceSteps.parse("sequenceDiagram\nloop forever\nend")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequenceDiagram\n a->>b: c", "flowchart LR\n a ~~~ b", "flowchart LR\n a[without end", ""})
    void does_not_draw_what_it_does_not_know(String mermaid) {
        assertThat(Flowchart.parse(mermaid)).isEmpty();
    }
}
