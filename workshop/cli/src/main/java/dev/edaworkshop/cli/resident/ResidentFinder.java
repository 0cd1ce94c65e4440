package dev.edaworkshop.cli.resident;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** How other commands find a running {@code ./lab start}. */
public final class ResidentFinder {
    private final Path stateFolder;
    private final ResidentFile file;
    private final PortOwner ports;

    /** @param stateFolder {@code .lab} of the project */
    public ResidentFinder(Path stateFolder, PortOwner ports) {
        this.stateFolder = stateFolder;
        this.file = new ResidentFile(stateFolder);
        this.ports = ports;
    }

    /**
     * Finds it. What a killed process left behind is cleaned up.
     *
     * @param notice receives one sentence if something was cleaned up
     * @return empty if none runs
     * @throws LabException if it runs but does not answer
     */
    public Optional<Resident> find(Consumer<String> notice) {
        if (!file.exists() || cleanedUp(notice)) {
            return Optional.empty();
        }
        Optional<Resident> running = file.read();
        running.ifPresent(this::requireAnswer);
        return running;
    }

    /** @throws LabException if none runs, or it does not answer */
    public Resident require(Consumer<String> notice) {
        return find(notice)
                .orElseThrow(() -> new LabException(
                        "Nothing is running in this project.",
                        stateFolder.getParent() + " has no running ./lab start.",
                        "Start it in another terminal, for instance: ./lab start 1"));
    }

    /** Whoever can take the lock proves that its holder is gone, and may therefore remove what it left. */
    private boolean cleanedUp(Consumer<String> notice) {
        Optional<ResidentLock> free = ResidentLock.tryAcquire(stateFolder);
        if (free.isEmpty()) {
            return false;
        }
        try (var held = free.get()) {
            String who = file.read()
                    .map(gone -> " (process %d, %s)".formatted(gone.pid(), gone.lab()))
                    .orElse("");
            file.remove();
            notice.accept("The last ./lab start" + who + " ended without saying so; cleaned up after it.");
            return true;
        }
    }

    private void requireAnswer(Resident resident) {
        boolean ours =
                ports.of(resident.port()) instanceof PortOwner.Owner.Workshop found && found.pid() == resident.pid();
        if (!ours) {
            throw new LabException(
                    "./lab start runs, but does not answer.",
                    "Process %d should answer on port %d.".formatted(resident.pid(), resident.port()),
                    "Stop it, then start it again: " + resident.howToStop() + ".");
        }
    }
}
