package dev.edaworkshop.testkit.exercises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.testkit.exercises.GuidePage.LabCommand;
import dev.edaworkshop.testkit.exercises.GuidePage.Snippet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the guide shows is there: its code in the sources, its commands, its links, a section for each exercise. */
class GuideTest {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> COMMANDS = Set.of(
            "check",
            "cloud",
            "demo",
            "diff",
            "doctor",
            "events",
            "hint",
            "list",
            "logs",
            "reset",
            "run",
            "solve",
            "profile",
            "new",
            "bench",
            "bench-loop",
            "start",
            "undo",
            "watch",
            "why",
            "send",
            "pattern",
            "time",
            "fault");

    @Test
    void every_java_snippet_is_taken_from_the_sources() throws IOException {
        List<String> strangers = new ArrayList<>();
        for (GuidePage page : GuidePage.all(REPOSITORY)) {
            for (Snippet snippet : page.javaSnippets()) {
                Path source = REPOSITORY.resolve(snippet.source());
                if (!Files.isRegularFile(source) || !snippet.isIn(Files.readString(source))) {
                    strangers.add("%s: not in \"%s\":%n%s"
                            .formatted(page.file.getFileName(), snippet.source(), snippet.code()));
                }
            }
        }

        assertThat(strangers)
                .as("a java block names the file it is taken from and has the same lines")
                .isEmpty();
    }

    @Test
    void every_command_exists() throws IOException {
        for (GuidePage page : GuidePage.all(REPOSITORY)) {
            assertThat(page.labCommands()).extracting(LabCommand::name).isSubsetOf(COMMANDS);
        }
    }

    @Test
    void every_exercise_or_lab_that_is_checked_exists() throws IOException {
        Set<String> ids = new HashSet<>();
        Labs.solutions(REPOSITORY)
                .forEach(solution -> Exercises.of(solution).exercises().forEach(exercise -> ids.add(exercise.id())));
        Labs.solutions(REPOSITORY)
                .forEach(solution ->
                        ids.add(String.valueOf(Exercises.of(solution).lab().id())));

        for (GuidePage page : GuidePage.all(REPOSITORY)) {
            assertThat(page.labCommands())
                    .filteredOn(command -> command.name().equals("check"))
                    .extracting(command -> command.rest().getFirst())
                    .isSubsetOf(ids);
        }
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (GuidePage page : GuidePage.all(REPOSITORY)) {
            for (String link : page.links()) {
                page.brokenLink(link).ifPresent(broken::add);
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void every_exercise_has_its_section() throws IOException {
        for (Path solution : Labs.solutions(REPOSITORY)) {
            Exercises exercises = Exercises.of(solution);
            GuidePage page = new GuidePage(REPOSITORY.resolve(exercises.lab().guide()));

            assertThat(page.anchors())
                    .containsAll(exercises.exercises().stream()
                            .map(ExerciseCard::guide)
                            .toList());
        }
    }
}
