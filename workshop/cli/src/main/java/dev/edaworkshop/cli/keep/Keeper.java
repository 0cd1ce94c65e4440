package dev.edaworkshop.cli.keep;

import dev.edaworkshop.cli.console.LabException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Changes files of the labs in steps, each of which can be taken back.
 *
 * <p>A step saves everything it is about to touch before it touches anything, notes that it has begun, changes file by
 * file, and notes that it has ended. Whoever finds a step that has begun and not ended puts everything back first.
 */
public final class Keeper {
    private final Path root;
    private final Path stateFolder;
    private final Disk disk;
    private final Backups backups;
    private final Consumer<String> notice;

    /**
     * @param root the project's folder
     * @param stateFolder its {@code .lab}
     * @param notice hears, in words, of everything beyond what was asked for
     */
    public Keeper(Path root, Path stateFolder, InstantSource clock, Consumer<String> notice) {
        this(root, stateFolder, new Disk(), clock, notice);
    }

    Keeper(Path root, Path stateFolder, Disk disk, InstantSource clock, Consumer<String> notice) {
        this.root = root;
        this.stateFolder = stateFolder;
        this.disk = disk;
        this.notice = notice;
        backups = new Backups(root, stateFolder.resolve("backups"), disk, clock);
    }

    /** What a step is for: its kind and the command in words. */
    public record Purpose(Step.Kind kind, String what) {}

    /** What a step would touch, in order; nothing is changed. */
    public List<Change> preview(Map<String, Goal> wanted) {
        try {
            return changes(Plan.complete(root, disk, wanted));
        } catch (IOException e) {
            throw cannot("look at the lab's files", e);
        }
    }

    /**
     * Takes a step.
     *
     * @return what it touched; empty if everything is so already, and then there is no step
     * @throws LabException if it cannot be taken; then everything is as it was
     */
    public Optional<Taken> take(Purpose purpose, Map<String, Goal> wanted) {
        return locked(() -> {
            recover();
            SortedMap<String, Goal> plan = Plan.complete(root, disk, wanted);
            return plan.isEmpty() ? Optional.empty() : Optional.of(take(purpose, 0, plan));
        });
    }

    /**
     * Takes back the last step, or puts back the files that a step saved.
     *
     * @param snapshot the number of a step, or the name of its folder; empty for the last one not taken back yet
     * @return empty if there is nothing to take back
     */
    public Optional<Undone> undo(Optional<String> snapshot) {
        return locked(() -> {
            recover();
            List<Step> steps = backups.steps();
            Optional<Step> found = snapshot.isPresent()
                    ? Optional.of(named(snapshot.get(), steps))
                    : Chain.of(steps).next();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Step target = found.get();
            boolean next = snapshot.isEmpty();
            Purpose purpose = new Purpose(
                    next ? Step.Kind.UNDO : Step.Kind.RESTORE,
                    "%s %d (%s)".formatted(next ? "undo" : "restore", target.number(), target.what()));
            Taken taken = take(purpose, target.number(), Plan.complete(root, disk, before(target)));
            return Optional.of(
                    new Undone(target, taken, Chain.of(backups.steps()).next()));
        });
    }

    /** All steps, oldest first, and which of them undo would take back. */
    public History history() {
        try {
            List<Step> steps = backups.steps();
            return new History(steps, Chain.of(steps).numbers());
        } catch (IOException e) {
            throw cannot("read " + backups.folder(), e);
        }
    }

    /** The folder in which a step's files are saved. */
    public Path folder(Step step) {
        return backups.snapshot(step);
    }

    /** Puts everything back if a step was interrupted, and says so; if one is just being taken, leaves it alone. */
    public void recoverIfInterrupted() {
        if (!backups.isUnderWay()) {
            return;
        }
        try (KeepLock lock = KeepLock.tryAcquire(stateFolder).orElse(null)) {
            if (lock != null) {
                recover();
            }
        } catch (IOException e) {
            throw cannot("put back what an interrupted command did", e);
        }
    }

    private Taken take(Purpose purpose, int of, SortedMap<String, Goal> plan) throws IOException {
        List<Change> changes = changes(plan);
        requireFilesAndFolders(changes);
        Step step = backups.save(purpose.kind(), purpose.what(), of, plan.keySet());
        backups.begin(step);
        try {
            new Applying(root, disk, backups.workbench()).apply(plan, step.before());
        } catch (IOException | RuntimeException e) {
            throw putBack(step, e);
        }
        backups.end();
        return new Taken(step, changes);
    }

    private RuntimeException putBack(Step step, Exception reason) {
        try {
            rollBack(step);
        } catch (IOException | RuntimeException e) {
            reason.addSuppressed(e);
            return new LabException(
                    "Half of the files are changed, and could not be put back: " + reason.getMessage(),
                    "Everything is saved in %s. %s".formatted(backups.snapshot(step), e.getMessage()),
                    "Remove what is in the way (a full disk, a file in use); the next ./lab puts everything back.",
                    reason);
        }
        if (reason instanceof LabException known) {
            return known;
        }
        return new LabException(
                "The files could not be changed, and are as they were.",
                String.valueOf(reason),
                "Close what has them open, give yourself permission to write them, and run the same command again.",
                reason);
    }

    private void recover() throws IOException {
        if (!backups.isUnderWay()) {
            backups.discardDrafts();
            return;
        }
        Optional<Step> interrupted = backups.underWay();
        if (interrupted.isEmpty()) { // its manifest is gone, and so is what could be put back
            backups.end();
            notice.accept("An earlier command was interrupted, and its snapshot in %s is gone: look at the labs' files."
                    .formatted(backups.folder()));
            return;
        }
        Step step = interrupted.get();
        rollBack(step);
        notice.accept("\"%s\" was interrupted half-way. Its files are back as they were before it; run it again."
                .formatted(step.what()));
    }

    /** Puts everything back as it was before a step, after saving what is there now: it may be newer than the step. */
    private void rollBack(Step step) throws IOException {
        SortedMap<String, Goal> plan = Plan.complete(root, disk, before(step));
        if (!plan.isEmpty()) {
            Step recovery = backups.save(
                    Step.Kind.RECOVERY,
                    "put back what %d (%s) had begun".formatted(step.number(), step.what()),
                    step.number(),
                    plan.keySet());
            new Applying(root, disk, backups.workbench()).apply(plan, recovery.before());
        }
        backups.endRolledBack(step);
    }

    private Map<String, Goal> before(Step step) {
        Map<String, Goal> goals = new TreeMap<>();
        for (Entry entry : step.before()) {
            goals.put(
                    entry.path(),
                    switch (entry.kind()) {
                        case ABSENT, OTHER -> new Goal.Absent();
                        case FOLDER -> new Goal.Folder();
                        case LINK -> new Goal.Link(entry.target());
                        case FILE -> new Goal.Saved(backups.copy(step, entry), entry.sha256(), entry.mode());
                    });
        }
        return goals;
    }

    private List<Change> changes(SortedMap<String, Goal> plan) throws IOException {
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, Goal> goal : plan.entrySet()) {
            Entry now = disk.look(root.resolve(goal.getKey()), goal.getKey());
            changes.add(new Change(goal.getKey(), now.kind(), Change.kind(goal.getValue())));
        }
        return changes;
    }

    private void requireFilesAndFolders(List<Change> changes) {
        for (Change change : changes) {
            if (change.before() == Entry.Kind.OTHER) {
                throw new LabException(
                        "Something in the lab is neither a file nor a folder, and cannot be saved.",
                        root.resolve(change.path()).toString(),
                        "Remove it, then run the same command again. Nothing has been changed.");
            }
        }
    }

    private Step named(String snapshot, List<Step> steps) {
        return steps.stream()
                .filter(step -> snapshot.equals(String.valueOf(step.number()))
                        || backups.snapshot(step).endsWith(snapshot))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "There is no snapshot “" + snapshot + "”.",
                        steps.isEmpty()
                                ? "There is none yet: reset and solve make them."
                                : "There are %d, from %d to %d."
                                        .formatted(
                                                steps.size(),
                                                steps.getFirst().number(),
                                                steps.getLast().number()),
                        "./lab undo --list shows them all."));
    }

    private interface Work<T> {
        T get() throws IOException;
    }

    private <T> T locked(Work<T> work) {
        try (KeepLock lock = KeepLock.tryAcquire(stateFolder).orElse(null)) {
            if (lock == null) {
                throw new LabException(
                        "Another ./lab is changing the labs' files at this moment.",
                        "It holds " + stateFolder.resolve("keep.lock") + ".",
                        "Run the same command again when it is done.");
            }
            return work.get();
        } catch (UncheckedIOException e) {
            throw cannot("save or change the lab's files", e.getCause());
        } catch (IOException e) {
            throw cannot("save or change the lab's files", e);
        }
    }

    private static LabException cannot(String what, @org.jspecify.annotations.Nullable IOException e) {
        return new LabException(
                "The workshop could not " + what + ".",
                String.valueOf(e),
                "Give yourself permission to read and write there, then run the same command again."
                        + " Nothing has been lost.",
                e == null ? new IOException() : e);
    }
}
