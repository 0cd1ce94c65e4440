package dev.edaworkshop.cli.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.edaworkshop.cli.console.LabException;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentProcessTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path stateFolder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void is_found_while_it_runs_and_gone_afterwards() {
        try (var process = ResidentProcess.claim(stateFolder, CLOCK)) {
            assertThat(finder(PID).find(notices::add)).as("before it answers").isEmpty();

            Resident announced = process.announce(4566, "lab1-pubsub");

            assertThat(finder(PID).find(notices::add)).contains(announced);
            assertThat(announced).isEqualTo(new Resident(PID, 4566, "lab1-pubsub", CLOCK.instant()));
        }
        assertThat(finder(PID).find(notices::add)).isEmpty();
        assertThat(stateFolder.resolve("resident.json")).doesNotExist();
        assertThat(notices).isEmpty();
    }

    @Test
    void there_is_only_one_per_project() {
        try (var first = ResidentProcess.claim(stateFolder, CLOCK)) {
            first.announce(4566, "lab1-pubsub");

            assertThatExceptionOfType(AlreadyRunningException.class)
                    .isThrownBy(() -> ResidentProcess.claim(stateFolder, CLOCK))
                    .withMessageContaining("Process " + PID + " runs lab1-pubsub on port 4566")
                    .withMessageContaining("Ctrl-C in its terminal");
        }
        ResidentProcess.claim(stateFolder, CLOCK).close();
    }

    @Test
    void a_second_one_is_refused_while_the_first_is_still_starting() {
        try (var first = ResidentProcess.claim(stateFolder, CLOCK)) {
            assertThatExceptionOfType(AlreadyRunningException.class)
                    .isThrownBy(() -> ResidentProcess.claim(stateFolder, CLOCK))
                    .withMessageContaining("just starting");
            assertThat(first).isNotNull();
        }
    }

    @Test
    void what_a_killed_process_left_is_cleaned_up_with_a_word() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        stateFolder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = killed.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("announced");
            assertThat(finder(killed.pid()).require(notices::add).pid()).isEqualTo(killed.pid());
        } finally {
            killed.destroyForcibly().waitFor();
        }

        assertThat(finder(killed.pid()).find(notices::add)).isEmpty();
        assertThat(notices)
                .containsExactly(
                        "The last ./lab start (process %d, lab1-pubsub) ended without saying so; cleaned up after it."
                                .formatted(killed.pid()));
        assertThat(stateFolder.resolve("resident.json")).doesNotExist();
    }

    @Test
    void a_file_that_nobody_wrote_on_purpose_is_cleaned_up_too() throws Exception {
        Files.writeString(stateFolder.resolve("resident.json"), "{\"pid\": 0}");

        assertThat(finder(PID).find(notices::add)).isEmpty();
        assertThat(notices).hasSize(1);
        assertThat(stateFolder.resolve("resident.json")).doesNotExist();
    }

    @Test
    void one_that_runs_without_answering_is_named_with_how_to_stop_it() {
        try (var process = ResidentProcess.claim(stateFolder, CLOCK)) {
            process.announce(4566, "lab1-pubsub");
            var nobodyAnswers = new ResidentFinder(stateFolder, port -> new PortOwner.Owner.Nobody());

            assertThatExceptionOfType(LabException.class)
                    .isThrownBy(() -> nobodyAnswers.find(notices::add))
                    .withMessageContaining("does not answer")
                    .withMessageContaining("Process " + PID + " should answer on port 4566")
                    .withMessageContaining("Ctrl-C");
        }
    }

    @Test
    void a_command_that_needs_one_says_how_to_start_it() {
        assertThatExceptionOfType(LabException.class)
                .isThrownBy(() -> finder(PID).require(notices::add))
                .withMessageContaining("Nothing is running")
                .withMessageContaining("./lab start 1");
    }

    private ResidentFinder finder(long answering) {
        return new ResidentFinder(stateFolder, port -> new PortOwner.Owner.Workshop(answering, "here"));
    }

    /** A resident that waits to be killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            ResidentProcess.claim(Path.of(arguments[0]), CLOCK).announce(4566, "lab1-pubsub");
            System.out.println("announced");
            Thread.currentThread().join();
        }
    }
}
