package dev.edaworkshop.cli.keep;

/**
 * What happens at one path.
 *
 * @param path from the project's folder, with slashes
 */
public record Change(String path, Entry.Kind before, Entry.Kind after) {

    static Entry.Kind kind(Goal goal) {
        return switch (goal) {
            case Goal.Absent absent -> Entry.Kind.ABSENT;
            case Goal.Folder folder -> Entry.Kind.FOLDER;
            case Goal.Link link -> Entry.Kind.LINK;
            case Goal.Saved saved -> Entry.Kind.FILE;
            case Goal.Written written -> Entry.Kind.FILE;
        };
    }

    /** {@code changed}, {@code created} or {@code removed}. */
    public String verb() {
        if (after == Entry.Kind.ABSENT) {
            return "removed";
        }
        return before == Entry.Kind.ABSENT ? "created" : "changed";
    }
}
