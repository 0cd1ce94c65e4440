package dev.edaworkshop.cli.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.keep.Keeper.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {
    private static final String QUEUE = "lab1-boats/src/main/java/boats/Queue.java";
    private static final Purpose RESET = new Purpose(Step.Kind.RESET, "reset");

    @TempDir
    private Path folder;

    private SmallWorkshop workshop;
    private Keeper keeper;

    @BeforeEach
    void clone_the_workshop() {
        workshop = new SmallWorkshop(folder.resolve("workshop"));
        keeper = workshop.keeper(new Disk());
    }

    @Test
    void an_exercise_is_reset_and_the_rest_of_its_file_stays() throws IOException {
        workshop.write(
                QUEUE,
                workshop.read(QUEUE)
                        .replace("// TODO 1.1\n    void moor(String boat) {}", "void moor(String boat) { mine(); }")
                        .replace("// TODO 1.2", "void leave() { stays(); }")
                        .replace("package boats;", "package boats;\n\nimport java.util.Set; // mine"));

        reset("1.1");

        assertThat(workshop.read(QUEUE))
                .contains("// TODO 1.1", "void leave() { stays(); }", "import java.util.Set; // mine")
                .doesNotContain("mine()");
    }

    @Test
    void a_solution_comes_in_the_line_ends_of_the_file() throws IOException {
        workshop.write(QUEUE, workshop.read(QUEUE).replace("\n", "\r\n"));

        solve("1.2");

        assertThat(workshop.read(QUEUE)).contains("boats.removeFirst();\r\n", "// TODO 1.1\r\n").doesNotContainPattern("[^\r]\n");
    }

    @Test
    void solving_and_resetting_all_exercises_yields_exactly_the_two_files() throws IOException {
        solve("1.1", "1.2");
        assertThat(workshop.root.resolve(QUEUE)).hasBinaryContent(file().solution());

        reset("1.1", "1.2");
        assertThat(workshop.root.resolve(QUEUE)).hasBinaryContent(file().starter());
    }

    @Test
    void where_the_place_is_gone_the_whole_file_is_taken_and_the_remark_says_so() throws IOException {
        workshop.write(QUEUE, "class Queue { /* all mine */ }\n");

        LabEdit edit = solve("1.1");

        assertThat(workshop.read(QUEUE)).contains("boats.add(boat)", "boats.removeFirst()");
        assertThat(edit.remarks()).containsKey(QUEUE);
        keeper.undo(Optional.empty());
        assertThat(workshop.read(QUEUE)).isEqualTo("class Queue { /* all mine */ }\n");
    }

    @Test
    void undo_goes_further_back_each_time_and_a_named_step_leads_forward_again() throws IOException {
        String first = workshop.read(QUEUE);
        solve("1.1");
        String second = workshop.read(QUEUE);
        solve("1.2");
        String third = workshop.read(QUEUE);

        keeper.undo(Optional.empty());
        assertThat(workshop.read(QUEUE)).isEqualTo(second);
        Undone undone = keeper.undo(Optional.empty()).orElseThrow();
        assertThat(workshop.read(QUEUE)).isEqualTo(first);
        assertThat(undone.next()).isEmpty();
        assertThat(keeper.undo(Optional.empty())).isEmpty();

        keeper.undo(Optional.of("4"));
        assertThat(workshop.read(QUEUE)).isEqualTo(second);
        keeper.undo(Optional.of("3"));
        assertThat(workshop.read(QUEUE)).isEqualTo(third);
    }

    @Test
    void permissions_come_back_too() throws IOException {
        Path queue = workshop.root.resolve(QUEUE);
        workshop.write(QUEUE, "mine");
        Modes.apply(queue, Modes.of(queue).length() == 9 ? "r--r-----" : "r");
        String mode = Modes.of(queue);

        resetLab();
        assertThat(Modes.of(queue)).isNotEqualTo(mode);
        keeper.undo(Optional.empty());

        assertThat(Modes.of(queue)).isEqualTo(mode);
        assertThat(workshop.read(QUEUE)).isEqualTo("mine");
    }

    @Test
    void what_is_hidden_built_or_a_test_is_left_alone() throws IOException {
        workshop.write("lab1-boats/.idea/workspace.xml", "mine");
        workshop.write("lab1-boats/target/classes/A.class", "mine");
        workshop.write("lab1-boats/src/test/java/boats/MineTest.java", "mine");

        assertThat(keeper.preview(workshop.edit("lab1-boats").resetAll().goals())).isEmpty();
    }

    @Test
    void a_link_out_of_the_lab_is_refused_and_nothing_is_touched() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("Pier.java"), "not the workshop's");
        Path infra = workshop.root.resolve("lab1-boats/src/main/java/boats/infra");
        Attendee.delete(infra);
        Files.createSymbolicLink(infra, outside);
        workshop.write(QUEUE, "mine");

        assertThatThrownBy(this::resetLab)
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("leads out of the lab", infra.toString(), outside.toString());
        assertThat(workshop.read(QUEUE)).isEqualTo("mine");
        assertThat(outside.resolve("Pier.java")).hasContent("not the workshop's");
        assertThat(keeper.history().steps()).isEmpty();
    }

    @Test
    void nothing_outside_of_the_labs_can_be_named() {
        for (String path : Set.of("README.md", "lab1-boats/../README.md", "solutions/lab1-boats/pom.xml", "/etc/passwd")) {
            assertThatThrownBy(() -> keeper.take(RESET, Map.of(path, new Goal.Absent())))
                    .as(path)
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("outside of the labs");
        }
    }

    @Test
    void a_file_that_is_saved_in_an_editor_meanwhile_wins_and_everything_else_is_put_back() throws IOException {
        workshop.write(QUEUE, "mine");
        workshop.write("lab1-boats/Extra.java", "extra");
        Disk slow = new Disk() {
            @Override
            void delete(Path file) throws IOException {
                super.delete(file);
                if (file.endsWith("Extra.java")) {
                    workshop.write(QUEUE, "newer");
                }
            }
        };

        assertThatThrownBy(() -> workshop.keeper(slow)
                        .take(RESET, workshop.edit("lab1-boats").resetAll().goals()))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("changed while the command ran", "Queue.java");

        assertThat(workshop.read("lab1-boats/Extra.java")).isEqualTo("extra");
        assertThat(keeper.history().steps()).anySatisfy(step -> assertThat(step.before())
                .anySatisfy(entry -> assertThat(entry.sha256())
                        .isEqualTo(Disk.sha256("newer".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
    }

    @Test
    void while_one_command_changes_files_another_one_does_not_start() throws IOException {
        Files.createDirectories(workshop.root.resolve(".lab"));
        try (KeepLock held = KeepLock.tryAcquire(workshop.root.resolve(".lab")).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> keeper.undo(Optional.empty()))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("Another ./lab is changing the labs' files");
        }
        assertThat(keeper.undo(Optional.empty())).isEmpty();
    }

    private dev.edaworkshop.testkit.exercises.LabFile file() {
        return workshop.files("lab1-boats").get(Path.of("src/main/java/boats/Queue.java"));
    }

    private LabEdit solve(String... exercises) throws IOException {
        LabEdit edit = workshop.edit("lab1-boats").solve(Set.of(exercises));
        keeper.take(new Purpose(Step.Kind.SOLVE, "solve"), edit.goals());
        return edit;
    }

    private void reset(String... exercises) throws IOException {
        keeper.take(RESET, workshop.edit("lab1-boats").reset(Set.of(exercises)).goals());
    }

    private void resetLab() throws IOException {
        keeper.take(RESET, workshop.edit("lab1-boats").resetAll().goals());
    }
}
