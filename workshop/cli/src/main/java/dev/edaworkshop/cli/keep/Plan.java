package dev.edaworkshop.cli.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is to be at which path, complete: with the folders that are missing, and without what stands in the way. */
final class Plan {
    private final Path root;
    private final Disk disk;
    private final SortedMap<String, Goal> goals = new TreeMap<>();

    private Plan(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /**
     * Completes what is wanted, and leaves out what is so already.
     *
     * @param wanted by path from the project's folder
     * @return sorted by path
     * @throws dev.edaworkshop.cli.console.LabException if a path leads out of the labs
     */
    static SortedMap<String, Goal> complete(Path root, Disk disk, Map<String, Goal> wanted) throws IOException {
        for (String path : wanted.keySet()) {
            Inside.require(root, path);
        }
        Plan plan = new Plan(root, disk);
        plan.goals.putAll(wanted);
        for (Map.Entry<String, Goal> want : wanted.entrySet()) {
            if (!(want.getValue() instanceof Goal.Absent)) {
                plan.makeWay(want.getKey(), want.getValue());
            }
        }
        plan.keepFoldersThatHoldMore();
        SortedMap<String, Goal> open = new TreeMap<>();
        for (Map.Entry<String, Goal> goal : plan.goals.entrySet()) {
            if (!plan.isReached(goal.getKey(), goal.getValue())) {
                open.put(goal.getKey(), goal.getValue());
            }
        }
        return Collections.unmodifiableSortedMap(open);
    }

    private void makeWay(String path, Goal goal) throws IOException {
        for (int slash = path.lastIndexOf('/'); path.indexOf('/') < slash; slash = path.lastIndexOf('/', slash - 1)) {
            String parent = path.substring(0, slash);
            boolean isFolder = Files.isDirectory(root.resolve(parent), LinkOption.NOFOLLOW_LINKS);
            if (!isFolder || goals.get(parent) instanceof Goal.Absent) {
                goals.put(parent, new Goal.Folder());
            }
        }
        Path file = root.resolve(path);
        if (!(goal instanceof Goal.Folder) && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> below = Files.walk(file)) {
                for (Path one : below.filter(each -> !each.equals(file)).toList()) {
                    goals.putIfAbsent(path(root, one), new Goal.Absent());
                }
            }
        }
    }

    /** What somebody else put into a folder keeps the folder, too. */
    private void keepFoldersThatHoldMore() throws IOException {
        for (String path : goals.keySet().stream().toList().reversed()) {
            Path folder = root.resolve(path);
            if (goals.get(path) instanceof Goal.Absent && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> inside = Files.list(folder)) {
                    if (!inside.allMatch(one -> goals.get(path(root, one)) instanceof Goal.Absent)) {
                        goals.remove(path);
                    }
                }
            }
        }
    }

    private boolean isReached(String path, Goal goal) throws IOException {
        Entry now = disk.look(root.resolve(path), path);
        return switch (goal) {
            case Goal.Absent absent -> now.kind() == Entry.Kind.ABSENT;
            case Goal.Folder folder -> now.kind() == Entry.Kind.FOLDER;
            case Goal.Link link -> now.kind() == Entry.Kind.LINK && now.target().equals(link.target());
            case Goal.Saved saved ->
                now.kind() == Entry.Kind.FILE
                        && now.sha256().equals(saved.sha256())
                        && now.mode().equals(saved.mode());
            case Goal.Written written ->
                now.kind() == Entry.Kind.FILE && now.sha256().equals(Disk.sha256(written.bytes()));
        };
    }

    /** A path as plans have it: from the project's folder, with slashes. */
    static String path(Path root, Path file) {
        StringBuilder path = new StringBuilder();
        for (Path name : root.relativize(file)) {
            path.append(path.isEmpty() ? "" : "/").append(name);
        }
        return path.toString();
    }
}
