package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.QueueView;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.OwnTests;
import dev.edaworkshop.testkit.OwnTests.Outcome;
import dev.edaworkshop.testkit.OwnTests.Report;
import dev.edaworkshop.testkit.OwnTests.Variant;
import dev.edaworkshop.testkit.Red;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs your tests: on the pipeline as it should be, on eight that are wrong, and once beside a stranger's. */
@Exercise(value = "5.7", aboutDeliveries = false)
class TestsThatBiteCheck {

    private static final List<String> UNDER_TEST =
            List.of("dev.edaworkshop.lab5.event", "dev.edaworkshop.lab5.pipeline");
    private static final String STRANGER = "test.a_stranger";

    @Test
    void your_tests_notice_what_is_wrong_and_know_their_own_events(DeployedLab lab, OwnTests tests) {
        requireTeeth(tests);
        requireOwnEvent(lab, tests);
    }

    private static void requireTeeth(OwnTests tests) {
        List<Variant> variants = new ArrayList<>(List.of(Variant.solution()));
        variants.addAll(Mutants.all());

        List<Report> reports = tests.run(UNDER_TEST, variants);

        requireNoNetwork(reports);
        requireGreen(reports.getFirst());
        List<Integer> unnoticed = IntStream.range(1, reports.size())
                .filter(number -> reports.get(number).firstFailure().isEmpty())
                .boxed()
                .toList();
        if (!unnoticed.isEmpty()) {
            int first = unnoticed.getFirst();
            String others = unnoticed.stream().skip(1).map(String::valueOf).collect(Collectors.joining(", "));
            throw Red.because(
                    "toothless",
                    "for each of the %d wrong pipelines, at least one of your tests is red"
                            .formatted(Mutants.all().size()),
                    "mutant %d %s and your tests stayed green%s"
                            .formatted(
                                    first,
                                    variants.get(first).name(),
                                    others.isEmpty() ? "" : "; as they did on mutant " + others));
        }
    }

    private static void requireOwnEvent(DeployedLab lab, OwnTests tests) {
        var table = new TableWriter(lab);
        table.put(TableWriter.with(table.item("p-stranger", "1.00"), "test_name", AttributeValue.fromS(STRANGER)));
        lab.drain();

        Report report = tests.runEndToEnd(UNDER_TEST, lab.environment());

        QueueView queue = lab.queue(lab.output("InterceptionQueueUrl"));
        if (queue.visible() + queue.inFlight() == 0) {
            throw Red.because(
                    "took-anothers",
                    "an event that carries the name %s stays where it is: it is not yours".formatted(STRANGER),
                    "your test took it. Somebody else is waiting for it now, and will call the pipeline broken");
        }
        if (report.outcomes().isEmpty()) {
            throw Red.because(
                    "toothless", "a test with the tag end-to-end", "there is none, and your tests stayed green");
        }
        report.firstFailure().ifPresent(failure -> {
            throw Red.because(
                    "missed-its-own",
                    "your end-to-end test finds the event that carries its name",
                    "it did not: " + inWords(failure));
        });
    }

    private static void requireNoNetwork(List<Report> reports) {
        for (Report report : reports) {
            if (!report.connections().isEmpty()) {
                throw Red.because(
                        "opens-a-connection",
                        "a unit test needs no network: fakes take the place of what is far away",
                        "%s opened a connection. Without a network, or with a slow one, what would this test tell you?"
                                .formatted(report.connections().getFirst()));
            }
        }
    }

    private static void requireGreen(Report right) {
        if (right.outcomes().isEmpty()) {
            throw Red.because(
                    "toothless",
                    "tests, in classes whose names end in Test",
                    "there are none, and your tests stayed green");
        }
        right.firstFailure().ifPresent(failure -> {
            throw Red.because(
                    "red-on-right-code",
                    "on the right pipeline your tests are green",
                    "one is red: " + inWords(failure));
        });
    }

    private static String inWords(Outcome outcome) {
        return "%s: %s"
                .formatted(
                        outcome.test(),
                        outcome.failure().orElse("").lines().limit(6).toList());
    }
}
