package dev.edaworkshop.testkit.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.testkit.exercises.DemoScenario;
import dev.edaworkshop.testkit.exercises.DemoScenario.Entry;
import dev.edaworkshop.testkit.exercises.DemoScenario.ExpectedFact;
import dev.edaworkshop.testkit.exercises.DemoScenario.Receiver;
import dev.edaworkshop.testkit.exercises.DemoStep;
import dev.edaworkshop.testkit.run.DemoReceipt.FactReceipt;
import dev.edaworkshop.testkit.run.DemoReceipt.ReceiverReceipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sends a lab's sample events through its stack and counts, in the journal, who received what. */
public final class Demo {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = "Lambda Function Invocation Result - ";

    private final DemoScenario scenario;
    private final LocalLab lab;

    private Demo(DemoScenario scenario, LocalLab lab) {
        this.scenario = scenario;
        this.lab = lab;
    }

    /**
     * Deploys the lab into an account of its own and plays the scenario there.
     *
     * @param progress hears after each command how many are done
     * @throws dev.edaworkshop.testkit.Red if a function fails, with its error and the last lines of its log
     */
    public static DemoReceipt play(
            DemoScenario scenario,
            LocalCloud cloud,
            CloudAssembly assembly,
            LabPrograms programs,
            IntConsumer progress) {
        try (LocalLab lab = LocalLab.deploy(cloud, assembly, "demo", new PhaseClock(), programs)) {
            return new Demo(scenario, lab).play(progress);
        }
    }

    private DemoReceipt play(IntConsumer progress) {
        DemoPlayer player = new DemoPlayer(lab);
        int done = 0;
        for (DemoStep step : scenario.steps()) {
            player.play(step);
            progress.accept(++done);
        }
        lab.drain();
        List<Hop> journal = lab.journal();
        return new DemoReceipt(
                scenario.expected().stream().map(fact -> judge(fact, journal)).toList(), troubles(journal));
    }

    private FactReceipt judge(ExpectedFact fact, List<Hop> journal) {
        Predicate<Hop> enters = entering(fact);
        List<String> entered = journal.stream().filter(enters).map(Hop::eventId).toList();
        Set<String> events = new HashSet<>(entered);
        List<ReceiverReceipt> receivers = Stream.concat(fact.receivedBy().stream(), fact.notReceivedBy().stream())
                .map(receiver -> judge(receiver, events, journal))
                .toList();
        return new FactReceipt(fact.fact(), fact.published(), entered.size(), receivers);
    }

    private Predicate<Hop> entering(ExpectedFact fact) {
        String output = lab.output(fact.entry().output());
        return switch (fact.entry()) {
            case Entry.Topic _ ->
                hop -> hop.kind() == Hop.Kind.PUBLISHED && hop.to().equals(output);
            case Entry.Bus _ ->
                hop -> (hop.kind() == Hop.Kind.PUBLISHED || hop.kind() == Hop.Kind.DELIVERED)
                        && (hop.to().equals(output) || hop.to().endsWith(":event-bus/" + output))
                        && detailType(hop).equals(fact.fact());
            case Entry.Queue _ -> {
                String arn = lab.queue(output).arn();
                yield hop -> (hop.kind() == Hop.Kind.DELIVERED || hop.kind() == Hop.Kind.DEAD_LETTERED)
                        && hop.to().equals(arn);
            }
        };
    }

    /** What a function's destination delivers to a bus is a bare record; on the bus it has the name that Lambda gives it. */
    private static String detailType(Hop hop) {
        try {
            JsonNode payload = JSON.readTree(hop.payload());
            JsonNode condition = payload.path("requestContext").path("condition");
            return condition.isMissingNode()
                    ? payload.path("detail-type").asText()
                    : REPORT + (condition.asText().equals("Success") ? "Success" : "Failure");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private ReceiverReceipt judge(Receiver receiver, Set<String> events, List<Hop> journal) {
        List<String> received = new ArrayList<>();
        for (Hop hop : journal) {
            if (isReceipt(hop, receiver) && events.contains(hop.eventId())) {
                received.add(hop.eventId());
            }
        }
        int twice = received.size() - new HashSet<>(received).size();
        return new ReceiverReceipt(receiver.name(), receiver.received(), received.size(), twice, receiver.because());
    }

    private boolean isReceipt(Hop hop, Receiver receiver) {
        String output = lab.output(receiver.output());
        return receiver.isFunction()
                ? hop.kind() == Hop.Kind.RETURNED && hop.from().endsWith(":function:" + output)
                : (hop.kind() == Hop.Kind.DELIVERED || hop.kind() == Hop.Kind.DEAD_LETTERED)
                        && hop.to().equals(lab.queue(output).arn());
    }

    /** What went wrong on the way, each reason once. */
    private static List<String> troubles(List<Hop> journal) {
        return journal.stream()
                .filter(hop -> switch (hop.kind()) {
                    case DENIED, REFUSED, LOST, THREW, DEAD_LETTERED -> true;
                    default -> false;
                })
                .map(Hop::reason)
                .distinct()
                .toList();
    }
}
