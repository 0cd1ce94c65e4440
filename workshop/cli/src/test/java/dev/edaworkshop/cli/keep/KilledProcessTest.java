package dev.edaworkshop.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same promise with real processes that are killed in the middle of their work. */
class KilledProcessTest {
    private static final int KILLS = 30;
    private static final int LONGEST_NANOS = 50_000_000;

    @TempDir
    private Path folder;

    @Test
    void a_killed_process_loses_nothing_and_the_next_command_puts_everything_back() throws Exception {
        SmallWorkshop workshop = new SmallWorkshop(folder.resolve("workshop"));
        Random random = new Random(2026);
        Attendee attendee = new Attendee(workshop, random);
        for (int i = 0; i < KILLS; i++) {
            workshop.write("lab1-boats/src/main/java/boats/Mine.java", "class Mine {} // " + i);
            attendee.act();
            Set<String> before = contents(workshop);
            int known = lastStep(workshop.keeper(new Disk()));

            boolean inTheMiddle = i % 2 == 0;
            killAtWork(workshop, random, inTheMiddle);
            if (inTheMiddle) {
                assertThat(workshop.root.resolve(".lab/backups/under-way")).exists();
            }
            Keeper keeper = workshop.keeper(new Disk());
            keeper.recoverIfInterrupted();

            assertThat(saved(workshop, keeper)).as("kill %d", i).containsAll(before);
            List<Step> steps = keeper.history().steps();
            // A worker that died before it changed anything leaves an older recovery last.
            if (lastStep(keeper) > known && steps.getLast().kind() == Step.Kind.RECOVERY) {
                assertIsAs(workshop, before(keeper, steps.getLast()));
            }
        }

        Commands commands = new Commands(workshop, random);
        Keeper keeper = workshop.keeper(new Disk());
        commands.resetAll().command().run(keeper);
        assertThat(workshop.read("lab2-ropes/Rope.java")).contains("TODO 2.1");
        assertThat(keeper.undo(Optional.empty())).isPresent();
    }

    /** Kills a worker in the middle of a change, at a step that the random numbers choose; or whenever it is. */
    private static void killAtWork(SmallWorkshop workshop, Random random, boolean inTheMiddle)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        workshop.root.toString(),
                        String.valueOf(random.nextLong()),
                        String.valueOf(inTheMiddle ? random.nextInt(200) : -1))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader begun = process.inputReader(StandardCharsets.UTF_8)) {
            if (inTheMiddle) {
                assertThat(begun.lines().anyMatch(KilledWorker.NOW::equals)).isTrue();
            } else {
                assertThat(begun.readLine()).as("the worker works").isNotNull();
                LockSupport.parkNanos(random.nextInt(LONGEST_NANOS)); // any moment will do
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static int lastStep(Keeper keeper) {
        List<Step> steps = keeper.history().steps();
        return steps.isEmpty() ? 0 : steps.getLast().number();
    }

    private static Step before(Keeper keeper, Step recovery) {
        return keeper.history().steps().stream()
                .filter(step -> step.number() == recovery.of())
                .findFirst()
                .orElseThrow();
    }

    private static void assertIsAs(SmallWorkshop workshop, Step interrupted) {
        assertThat(interrupted.rolledBack()).isTrue();
        var tree = workshop.tree();
        for (Entry entry : interrupted.before()) {
            assertThat(Optional.ofNullable(tree.get(entry.path())).orElse(Entry.of(entry.path(), Entry.Kind.ABSENT)))
                    .isEqualTo(entry);
        }
    }

    private static Set<String> contents(SmallWorkshop workshop) {
        Set<String> contents = new HashSet<>();
        workshop.tree().values().stream()
                .filter(entry -> entry.kind() == Entry.Kind.FILE)
                .forEach(entry -> contents.add(entry.sha256()));
        return contents;
    }

    private static Set<String> saved(SmallWorkshop workshop, Keeper keeper) throws IOException {
        Set<String> there = contents(workshop);
        for (Step step : keeper.history().steps()) {
            for (Entry entry : step.before()) {
                Path copy = keeper.folder(step).resolve("files").resolve(entry.path());
                if (entry.kind() == Entry.Kind.FILE) {
                    assertThat(copy).isRegularFile();
                    there.add(Disk.sha256(Files.readAllBytes(copy)));
                }
            }
        }
        return there;
    }
}
