package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Red;
import dev.edaworkshop.testkit.exercises.DemoStep;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** Does the steps of a scenario in a deployed lab. */
final class DemoPlayer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DeployedLab lab;

    DemoPlayer(DeployedLab lab) {
        this.lab = lab;
    }

    /** @throws Red if it goes wrong in a way that the one who did it is told of */
    void play(DemoStep step) {
        switch (step) {
            case DemoStep.Invoke invoke -> invoke(invoke);
            case DemoStep.PutEvent event -> put(event);
            case DemoStep.RunProgram program -> run(program);
            case DemoStep.Pass pass -> lab.advance(pass.time());
            case DemoStep.Settle _ -> lab.drain();
        }
    }

    private void invoke(DemoStep.Invoke step) {
        String function = lab.output(step.function());
        if (step.asynchronous()) {
            lab.lambda().invoke(request -> request.functionName(function)
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(step.event())));
        } else {
            lab.invoke(function, step.event());
        }
    }

    private void put(DemoStep.PutEvent step) {
        PutEventsResponse answer = lab.events()
                .putEvents(request -> request.entries(PutEventsRequestEntry.builder()
                        .eventBusName(lab.output(step.bus()))
                        .source(step.source())
                        .detailType(step.detailType())
                        .detail(step.detail())
                        .build()));
        if (answer.failedEntryCount() > 0) {
            throw Red.because(
                    "event-refused",
                    "the bus takes %s from %s".formatted(step.detailType(), step.source()),
                    "it refused it: " + answer.entries().getFirst().errorMessage());
        }
    }

    private void run(DemoStep.RunProgram step) {
        try (Running program = lab.start(step.program(), step.arguments(), Map.of())) {
            int exitCode = program.waitFor(PATIENCE);
            if (exitCode != 0) {
                throw Red.because(
                        "program-failed",
                        "the program %s ends well".formatted(step.program()),
                        "it ended with exit code %d and printed:%n  %s"
                                .formatted(exitCode, String.join("\n  ", program.printed())));
            }
        }
    }
}
