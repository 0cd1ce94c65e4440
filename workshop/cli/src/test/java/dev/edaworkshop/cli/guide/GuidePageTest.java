package dev.edaworkshop.cli.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.project.Lab;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.testkit.exercises.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's pages as a browser gets them. */
class GuidePageTest {
    private static final Path ROOT = Project.find(Optional.empty(), Path.of("")).root();

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("pages")
    void shows_every_page_of_the_guide_with_every_diagram_drawn(String name) throws IOException {
        JsonNode page = GuidePage.read(ROOT, name).orElseThrow();

        assertThat(page.path("sections")).isNotEmpty();
        assertThat(page.path("title").asText()).isNotEqualTo(name);
        assertThat(page.toString()).doesNotContain("A diagram, as text:");
    }

    static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("guide"))) {
            return files.map(file -> "guide/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void puts_each_exercise_under_its_heading() throws IOException {
        for (Lab lab : new Project(ROOT).labs()) {
            Exercises exercises = Exercises.of(lab.solution());
            Optional<ObjectNode> page = GuidePage.read(ROOT, exercises.lab().guide());
            for (JsonNode section : page.map(found -> found.path("sections")).orElseGet(Json::array)) {
                exercises.exercise(section.path("exercise").asText()).ifPresent(card -> assertThat(
                                section.path("anchor").asText())
                        .as("section of " + card.id())
                        .isEqualTo(card.guide()));
            }
        }
    }

    @Test
    void takes_html_for_text() throws IOException {
        JsonNode page =
                page("# Title\n\nSome <b>bold</b> text\n\n<script>alert(1)</script>\n\n[evil](javascript:alert(1))\n");

        assertThat(page.at("/sections/0/content/0").toString())
                .isEqualTo("[\"p\",{},\"Some \",\"<b>\",\"bold\",\"</b>\",\" text\"]");
        assertThat(page.at("/sections/0/content/1").toString()).isEqualTo("[\"p\",{},\"<script>alert(1)</script>\"]");
        assertThat(page.at("/sections/0/content/2/2").toString())
                .startsWith("[\"span\"")
                .doesNotContain("href");
    }

    @Test
    void leads_to_other_pages_of_the_guide_and_only_names_other_files() throws IOException {
        Files.createDirectories(folder.resolve("guide"));
        Files.writeString(folder.resolve("guide/other.md"), "# Other\n");

        JsonNode page = page("# A\n\n[other](other.md#there) [here](#a) [file](../pom.xml)\n");

        assertThat(page.at("/sections/0/content/0").toString())
                .contains(
                        "[\"a\",{\"data-anchor\":\"there\",\"data-page\":\"guide/other.md\",\"href\":\"#\"},\"other\"]")
                .contains("[\"a\",{\"data-anchor\":\"a\",\"data-page\":\"guide/page.md\",\"href\":\"#\"},\"here\"]")
                .contains("[\"span\",{\"class\":\"path\",\"title\":\"pom.xml\"},\"file\"]");
    }

    @Test
    void gives_nothing_but_pages() throws IOException {
        assertThat(GuidePage.read(ROOT, "pom.xml")).isEmpty();
        assertThat(GuidePage.read(ROOT, "guide/../pom.xml")).isEmpty();
        assertThat(GuidePage.read(ROOT, "guide/nothing.md")).isEmpty();
    }

    private JsonNode page(String markdown) throws IOException {
        Files.createDirectories(folder.resolve("guide"));
        Files.writeString(folder.resolve("guide/page.md"), markdown);
        return GuidePage.read(folder, "guide/page.md").orElseThrow();
    }
}
