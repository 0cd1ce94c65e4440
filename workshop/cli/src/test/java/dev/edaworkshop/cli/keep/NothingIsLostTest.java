package dev.edaworkshop.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.keep.Commands.Named;
import dev.edaworkshop.testkit.exercises.LabFile;
import dev.edaworkshop.testkit.exercises.LabFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People edit, reset, solve, undo and update in any order, and machines stop at any moment. Each sequence comes from a
 * number, which its failure names: put that number into {@code one(…)} to see it again.
 */
class NothingIsLostTest {
    private static final int SEQUENCES = 1000;
    private static final int ACTIONS = 6;

    @TempDir(factory = InMemory.class)
    private Path folder;

    @Test
    void random_sequences_never_lose_a_byte_and_every_lab_can_be_restored() {
        IntStream.range(0, SEQUENCES).parallel().forEach(this::one);
    }

    private void one(int seed) {
        List<String> story = new ArrayList<>(List.of("sequence " + seed));
        Path root = folder.resolve(String.valueOf(seed));
        try {
            new Sequence(new SmallWorkshop(root), new Random(seed), story).play();
            Attendee.delete(root);
        } catch (AssertionError | RuntimeException | IOException e) {
            throw new AssertionError(String.join("\n  ", story), e);
        }
    }

    private static final class Sequence {
        private final SmallWorkshop workshop;
        private final Random random;
        private final List<String> story;
        private final Commands commands;
        private final Attendee attendee;
        private final Set<String> saved = new TreeSet<>();
        private final Set<Integer> looked = new HashSet<>();

        Sequence(SmallWorkshop workshop, Random random, List<String> story) {
            this.workshop = workshop;
            this.random = random;
            this.story = story;
            commands = new Commands(workshop, random);
            attendee = new Attendee(workshop, random);
        }

        void play() throws IOException {
            for (int i = 0; i < ACTIONS; i++) {
                switch (random.nextInt(9)) {
                    case 0, 1, 2, 3 -> story.add(attendee.act());
                    case 4 -> story.add(attendee.update());
                    default -> command(commands.any());
                }
            }
            command(commands.resetAll());
            assertStarters();
            assertThat(workshop.read("README.md")).isEqualTo("Not a lab.\n");
            while (keeper().undo(Optional.empty()).isPresent()) {
                story.add("undo");
            }
            Set<String> still = new HashSet<>();
            for (Step step : keeper().history().steps()) {
                still.addAll(contents(keeper().folder(step)));
            }
            assertThat(still).as("what was saved stays saved").containsAll(saved);
        }

        private void command(Named command) throws IOException {
            SortedMap<String, Entry> before = workshop.tree();
            boolean fragile = random.nextInt(3) == 0;
            story.add(command.name() + (fragile ? ", on a fragile disk" : ""));
            boolean done = !fragile || survives(command);
            if (!fragile) {
                command.command().run(keeper());
            } else if (!done) {
                recover();
            }
            assertNothingLost(before);
            if (!done && lastIsRolledBack()) {
                assertThat(workshop.tree()).as("everything is put back").isEqualTo(before);
            }
            if (!done && workshop.tree().equals(before)) {
                command.command().run(keeper());
            }
            if (command.name().startsWith("reset lab")) {
                assertStarter(command.name().substring("reset ".length()));
            }
            if (done && !command.lasting() && random.nextBoolean() && !workshop.tree().equals(before)) {
                keeper().undo(Optional.empty());
                story.add("undo at once");
                assertThat(workshop.tree()).as("undone to the byte").isEqualTo(before);
            }
        }

        private boolean survives(Named command) {
            try {
                command.command().run(workshop.keeper(new FragileDisk(random.nextInt(90))));
                return true;
            } catch (FragileDisk.Crash crash) {
                story.add("crash");
                return false;
            }
        }

        /** Which may be interrupted, too. */
        private void recover() {
            while (random.nextInt(3) == 0) {
                try {
                    workshop.keeper(new FragileDisk(random.nextInt(60))).recoverIfInterrupted();
                    break;
                } catch (FragileDisk.Crash crash) {
                    story.add("crash while putting back");
                }
            }
            keeper().recoverIfInterrupted();
        }

        private boolean lastIsRolledBack() {
            List<Step> steps = keeper().history().steps();
            return steps.stream()
                    .filter(step -> step.kind() != Step.Kind.RECOVERY)
                    .reduce((one, next) -> next)
                    .filter(Step::rolledBack)
                    .isPresent();
        }

        private Keeper keeper() {
            return workshop.keeper(FragileDisk.lasting());
        }

        private void assertNothingLost(Map<String, Entry> before) throws IOException {
            for (Step step : keeper().history().steps()) {
                if (looked.add(step.number())) {
                    saved.addAll(contents(keeper().folder(step)));
                }
            }
            Set<String> there = new HashSet<>(saved);
            workshop.tree().values().forEach(entry -> there.add(entry.sha256()));
            for (Entry entry : before.values()) {
                if (entry.kind() == Entry.Kind.FILE) {
                    assertThat(there).as("content of " + entry.path()).contains(entry.sha256());
                }
            }
        }

        private static Set<String> contents(Path snapshot) throws IOException {
            Set<String> contents = new HashSet<>();
            if (Files.exists(snapshot.resolve("files"))) {
                try (Stream<Path> all = Files.walk(snapshot.resolve("files"))) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        contents.add(Disk.sha256(Files.readAllBytes(file)));
                    }
                }
            }
            return contents;
        }

        private void assertStarters() {
            SmallWorkshop.LABS.forEach(this::assertStarter);
        }

        private void assertStarter(String lab) {
            Set<String> wanted = new TreeSet<>();
            workshop.files(lab).forEach((path, file) -> {
                wanted.add(path.toString());
                Path now = workshop.root.resolve(lab).resolve(path);
                try {
                    assertThat(Files.readString(now))
                            .as(path.toString())
                            .isEqualTo(LabFile.text(file.starter()).orElseThrow());
                } catch (IOException e) {
                    throw new AssertionError("%s is not as it was at first: %s".formatted(path, e), e);
                }
            });
            assertThat(workshop.tree().values().stream()
                            .filter(entry -> entry.kind() != Entry.Kind.FOLDER)
                            .map(entry -> Path.of(entry.path()))
                            .filter(path -> path.startsWith(lab))
                            .map(path -> path.subpath(1, path.getNameCount()))
                            .filter(LabFiles::belongs)
                            .map(Path::toString))
                    .as(Arrays.toString(wanted.toArray()))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }
}
