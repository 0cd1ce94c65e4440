package dev.edaworkshop.cli.resident;

import dev.edaworkshop.cli.console.LabException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A second {@code ./lab start} in the same project. */
public final class AlreadyRunningException extends LabException {
    private static final long serialVersionUID = 1;

    AlreadyRunningException(Optional<Resident> running) {
        super(
                "./lab start already runs in this project.",
                running.map(it -> "Process %d runs %s on port %d, since %s."
                                .formatted(
                                        it.pid(),
                                        it.lab(),
                                        it.port(),
                                        it.startedAt().truncatedTo(ChronoUnit.SECONDS)))
                        .orElse("It is just starting, and has not said yet on which port."),
                running.map(it -> "Use it from another terminal, or stop it first: " + it.howToStop() + ".")
                        .orElse("Wait a moment, then use it from this terminal; or stop it with Ctrl-C in its own."));
    }
}
