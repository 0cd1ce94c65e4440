package dev.edaworkshop.cli.keep;

import dev.edaworkshop.cli.console.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Brings files into the state a plan asks for: what has to go first, from the leaves to the root, then the rest. */
final class Applying {
    private final Path root;
    private final Disk disk;
    private final Path workbench;
    private final Set<Path> folders = new HashSet<>();

    Applying(Path root, Disk disk, Path workbench) {
        this.root = root;
        this.disk = disk;
        this.workbench = workbench;
    }

    /**
     * Carries out a plan.
     *
     * @param before what was saved; a file that has changed since then is not touched
     * @throws LabException if one has; the plan is carried out half then
     */
    void apply(SortedMap<String, Goal> plan, List<Entry> before) throws IOException {
        List<Entry> leavesFirst = new ArrayList<>(before);
        leavesFirst.sort(Comparator.comparing(Entry::path).reversed());
        for (Entry entry : leavesFirst) {
            if (hasToGo(entry, plan)) {
                requireUnchanged(entry);
                disk.delete(root.resolve(entry.path()));
                folders.add(Disk.parent(root.resolve(entry.path())));
            }
        }
        for (Entry entry : before) {
            Goal goal = plan.get(entry.path());
            if (goal != null && !(goal instanceof Goal.Absent)) {
                if (!hasToGo(entry, plan)) {
                    requireUnchanged(entry);
                }
                put(root.resolve(entry.path()), goal);
            }
        }
        folders.forEach(disk::sync);
    }

    private static boolean hasToGo(Entry entry, Map<String, Goal> plan) {
        return switch (plan.get(entry.path())) {
            case null -> false;
            case Goal.Absent absent -> true;
            case Goal.Folder folder -> entry.kind() != Entry.Kind.ABSENT;
            case Goal.Link link -> entry.kind() != Entry.Kind.ABSENT;
            // A file takes the place of a file, or of a link, in one move.
            case Goal.Saved saved -> entry.kind() == Entry.Kind.FOLDER;
            case Goal.Written written -> entry.kind() == Entry.Kind.FOLDER;
        };
    }

    private void put(Path file, Goal goal) throws IOException {
        folders.add(Disk.parent(file));
        Path draft = workbench.resolve("next");
        switch (goal) {
            case Goal.Absent absent -> throw new IllegalStateException("Nothing can be put nowhere");
            case Goal.Folder folder -> disk.folder(file);
            case Goal.Link link -> disk.link(file, link.target());
            case Goal.Saved saved -> {
                clear(draft);
                disk.copy(saved.copy(), "", draft);
                Modes.apply(draft, saved.mode());
                disk.move(draft, file);
            }
            case Goal.Written written -> {
                clear(draft);
                disk.write(draft, written.bytes());
                disk.move(draft, file);
            }
        }
    }

    private void clear(Path draft) throws IOException {
        if (disk.look(draft, "").kind() != Entry.Kind.ABSENT) {
            disk.delete(draft);
        }
    }

    /** Between saving a file and changing it somebody may have saved a newer one, in an editor for example. */
    private void requireUnchanged(Entry saved) throws IOException {
        Path file = root.resolve(saved.path());
        if (!disk.look(file, saved.path()).sameContent(saved)) {
            throw new LabException(
                    "A file was changed while the command ran, so everything is left as it was.",
                    file.toString(),
                    "Run the same command again.");
        }
    }
}
