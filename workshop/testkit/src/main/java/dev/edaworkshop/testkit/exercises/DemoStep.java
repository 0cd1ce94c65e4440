package dev.edaworkshop.testkit.exercises;

import java.time.Duration;
import java.util.List;

/** One thing that happens in a {@link DemoScenario}. */
public sealed interface DemoStep {

    /**
     * A function is invoked.
     *
     * @param function the stack output with its name
     * @param event JSON
     * @param asynchronous whether nobody waits for the answer; then a failure is Lambda's to deal with
     */
    record Invoke(String function, String event, boolean asynchronous) implements DemoStep {}

    /**
     * An event is put on a bus.
     *
     * @param bus the stack output with its name or ARN
     * @param detail JSON
     */
    record PutEvent(String bus, String source, String detailType, String detail) implements DemoStep {}

    /**
     * A program of the lab runs and ends.
     *
     * @param program its name in {@code exercises.yaml}
     */
    record RunProgram(String program, List<String> arguments) implements DemoStep {
        public RunProgram {
            arguments = List.copyOf(arguments);
        }
    }

    /** The cloud's clock is moved, and whatever becomes due happens. */
    record Pass(Duration time) implements DemoStep {}

    /** Nobody does anything until everything has happened that is going to happen, retries included. */
    record Settle() implements DemoStep {}
}
