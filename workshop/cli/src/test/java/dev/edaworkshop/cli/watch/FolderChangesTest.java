package dev.edaworkshop.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangesTest {
    private static final Path ORDERS = Path.of("Orders.java");
    private static final Path STOCK = Path.of("Stock.java");

    @TempDir
    private Path lab;

    @Test
    void several_saves_in_a_moment_are_one_change() throws InterruptedException {
        Looks looks = new Looks(files(1, 1), files(2, 1), files(2, 2), files(3, 2), files(3, 2));

        try (FolderChanges changes = new FolderChanges(looks::next, new NeverWaits())) {
            assertThat(changes.await()).containsExactly(ORDERS, STOCK);
        }
    }

    @Test
    void a_save_that_is_undone_at_once_is_none() throws InterruptedException {
        Looks looks = new Looks(files(1, 1), files(2, 1), files(1, 1), files(1, 1), files(1, 5), files(1, 5));

        try (FolderChanges changes = new FolderChanges(looks::next, new NeverWaits())) {
            assertThat(changes.await()).containsExactly(STOCK);
        }
    }

    @Test
    void a_file_that_is_gone_is_a_change() throws InterruptedException {
        Snapshot without = new Snapshot(Map.of(STOCK, stamp(1)), Set.of());
        Looks looks = new Looks(files(1, 1), without, without);

        try (FolderChanges changes = new FolderChanges(looks::next, new NeverWaits())) {
            assertThat(changes.await()).containsExactly(ORDERS);
        }
    }

    @Test
    void folders_that_appear_are_watched_as_well() throws InterruptedException {
        Snapshot first = new Snapshot(Map.of(), Set.of(Path.of("")));
        Snapshot second = new Snapshot(Map.of(), Set.of(Path.of(""), Path.of("infra")));
        Snapshot third = new Snapshot(Map.of(Path.of("infra/Stack.java"), stamp(1)), second.folders());
        NeverWaits waker = new NeverWaits();

        try (FolderChanges changes = new FolderChanges(new Looks(first, second, third, third)::next, waker)) {
            changes.await();
        }

        assertThat(waker.followed).contains(second.folders());
    }

    @Test
    void what_builds_and_editors_make_is_no_change() throws IOException {
        Files.createDirectories(lab.resolve("src"));
        Files.writeString(lab.resolve("src/Orders.java"), "class Orders {}");
        Snapshot before = Snapshot.of(lab);

        for (String file : List.of(
                "target/classes/Orders.class", ".idea/workspace.xml", "src/.Orders.java.swp", "src/Orders.java~")) {
            Files.createDirectories(lab.resolve(file).getParent());
            Files.writeString(lab.resolve(file), "anything");
        }

        assertThat(Snapshot.of(lab)).isEqualTo(before);
    }

    @Test
    void a_real_save_is_noticed_either_way() throws Exception {
        Path file = Files.writeString(lab.resolve("Orders.java"), "class Orders {}");
        for (boolean polling : new boolean[] {false, true}) {
            try (FolderChanges changes = FolderChanges.of(lab, polling)) {
                Files.writeString(file, Files.readString(file) + "\n");

                assertThat(changes.await()).containsExactly(ORDERS);
            }
        }
    }

    @Test
    void where_no_events_are_to_be_had_it_looks_again_and_again() throws Exception {
        URI zip = URI.create("jar:" + lab.resolve("lab.zip").toUri());
        try (FileSystem silent = FileSystems.newFileSystem(zip, Map.of("create", "true"));
                FolderChanges changes = FolderChanges.of(Files.createDirectory(silent.getPath("/lab")), false)) {
            assertThat(changes.description()).isEqualTo(new PollingWaker().description());
        }
    }

    private static Snapshot files(long orders, long stock) {
        return new Snapshot(new HashMap<>(Map.of(ORDERS, stamp(orders), STOCK, stamp(stock))), Set.of());
    }

    private static Snapshot.Stamp stamp(long version) {
        return new Snapshot.Stamp(10, FileTime.fromMillis(version));
    }

    /** What the folder looks like, look by look; stays as it is in the end. */
    private static final class Looks {
        private final Deque<Snapshot> looks;

        Looks(Snapshot... looks) {
            this.looks = new ArrayDeque<>(List.of(looks));
        }

        Snapshot next() {
            return looks.size() > 1 ? looks.removeFirst() : looks.getFirst();
        }
    }

    private static final class NeverWaits implements Waker {
        private final List<Set<Path>> followed = new ArrayList<>();

        @Override
        public void await(Duration patience) {
            // the next look shows something else
        }

        @Override
        public Duration interval() {
            return Duration.ZERO;
        }

        @Override
        public void folders(Set<Path> folders) {
            followed.add(folders);
        }

        @Override
        public void close() {
            // it holds nothing
        }

        @Override
        public String description() {
            return "never waits";
        }
    }
}
