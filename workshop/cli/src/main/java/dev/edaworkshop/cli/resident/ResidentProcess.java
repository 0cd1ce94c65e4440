package dev.edaworkshop.cli.resident;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * This process, as the one resident of its project: {@code ./lab start} claims it before it opens anything, announces its
 * port once the local cloud answers, and closes it when it ends.
 */
public final class ResidentProcess implements AutoCloseable {
    private final ResidentLock lock;
    private final ResidentFile file;
    private final InstantSource clock;

    private ResidentProcess(ResidentLock lock, ResidentFile file, InstantSource clock) {
        this.lock = lock;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Claims the project.
     *
     * @param stateFolder {@code .lab} of the project
     * @throws LabException if another process has it; the message says which, and how to stop it
     */
    public static ResidentProcess claim(Path stateFolder, InstantSource clock) {
        var file = new ResidentFile(stateFolder);
        ResidentLock lock =
                ResidentLock.tryAcquire(stateFolder).orElseThrow(() -> new AlreadyRunningException(file.read()));
        file.remove(); // of a predecessor that was killed
        return new ResidentProcess(lock, file, clock);
    }

    /** Lets other commands find this process. */
    public Resident announce(int port, String lab) {
        var resident = new Resident(ProcessHandle.current().pid(), port, lab, clock.instant());
        file.write(resident);
        return resident;
    }

    @Override
    public void close() {
        file.remove();
        lock.close();
    }
}
