package dev.edaworkshop.testkit.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabCompilerTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    private LabProject lab;
    private LabCompiler compiler;

    @BeforeEach
    void open() throws IOException {
        lab = new LabProject(folder, List.of());
        compiler = new LabCompiler(lab);
        source("shop/Price.java", "package shop; record Price(int cents) { int twice() { return 2 * cents; } }");
        source("shop/Till.java", "package shop; class Till { int total(Price price) { return price.twice(); } }");
    }

    @AfterEach
    void close() {
        compiler.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`int total = prise;`, `^`, `Nothing here has that name`",
                "`int total = 1`, `^`, `A sign is missing just before the mark`",
                "`int total = \"one\";`, `^`, `another one is needed here`",
                "`int total() { }`, `^`, `nothing is returned`",
                "`Runnable r = () -> Thread.sleep(1);`, `^`, `checked exception`",
            })
    void a_mistake_is_shown_with_its_line_and_what_it_means(String line, String mark, String meaning)
            throws IOException {
        source("shop/Till.java", "package shop;\nclass Till {\n    %s\n}\n".formatted(line));

        assertThatThrownBy(compiler::compile)
                .isInstanceOf(LabBuildException.class)
                .hasMessageContaining(Path.of("src/main/java/shop/Till.java") + ":3: ")
                .hasMessageContaining("\n    " + line + "\n")
                .hasMessageContaining(mark)
                .hasMessageContaining(meaning);
    }

    @Test
    void what_is_no_class_lies_beside_the_classes_and_travels_with_the_functions() throws IOException {
        Path contract = lab.resources().resolve("contracts/order.json");
        Files.createDirectories(contract.resolveSibling("."));
        Files.writeString(contract, "{}");
        compiler.compile();
        Files.writeString(contract, "{\"changed\": true}");
        compiler.compile();

        assertThat(lab.classes().resolve("contracts/order.json")).hasContent("{\"changed\": true}");
        assertThat(lab.function().resolve("contracts/order.json")).hasContent("{\"changed\": true}");

        Files.delete(contract);
        compiler.compile();

        assertThat(lab.classes().resolve("contracts/order.json")).doesNotExist();
        assertThat(lab.function().resolve("contracts/order.json")).doesNotExist();
        assertThat(lab.classes().resolve("shop/Till.class")).exists();
    }

    @Test
    void the_mark_stands_below_the_mistake() throws IOException {
        source("shop/Till.java", "package shop;\nclass Till {\n\tint total = prise;\n}\n");

        assertThatThrownBy(compiler::compile)
                .hasMessageContaining("\n    int total = prise;\n    %s^\n".formatted(" ".repeat(12)));
    }

    @Test
    void resources_lie_next_to_the_classes_and_follow_every_change() throws IOException {
        Path prices = folder.resolve("src/main/resources/shop/prices.properties");
        Files.createDirectories(prices.resolveSibling("."));
        for (String content : List.of("boat = 24.90", "boat = 19.90")) {
            Files.writeString(prices, content);

            compiler.compile();

            assertThat(lab.classes().resolve("shop/prices.properties")).hasContent(content);
        }
    }

    @Test
    void a_change_inside_a_method_leaves_other_classes_as_they_are() throws IOException {
        compiler.compile();
        Path till = lab.classes().resolve("shop/Till.class");
        Path price = lab.classes().resolve("shop/Price.class");
        Files.setLastModifiedTime(till, LONG_AGO);
        Files.setLastModifiedTime(price, LONG_AGO);

        source("shop/Price.java", "package shop; record Price(int cents) { int twice() { return cents + cents; } }");
        compiler.compile();

        assertThat(Files.getLastModifiedTime(till)).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(price)).isNotEqualTo(LONG_AGO);
    }

    @Test
    void a_change_that_others_see_is_checked_there_as_well() throws IOException {
        compiler.compile();

        source("shop/Price.java", "package shop; record Price(int cents) { int doubled() { return 2 * cents; } }");

        assertThatThrownBy(compiler::compile)
                .hasMessageContaining("Till.java:1")
                .hasMessageContaining("twice()");
    }

    @Test
    void after_an_error_the_classes_are_as_they_were() throws IOException {
        compiler.compile();
        source("shop/Price.java", "package shop; record Price(int cents) { int twice() { return; } }");
        assertThatThrownBy(compiler::compile).isInstanceOf(LabBuildException.class);

        source("shop/Price.java", "package shop; record Price(int cents) { int twice() { return 2 * cents; } }");
        compiler.compile();

        assertThat(lab.function().resolve("shop/Price.class")).exists();
        assertThat(lab.function().resolve("shop/Till.class")).exists();
    }

    @Test
    void classes_of_sources_that_are_gone_are_gone() throws IOException {
        compiler.compile();

        Files.delete(lab.sources().resolve("shop/Till.java"));
        compiler.compile();

        assertThat(lab.classes().resolve("shop/Till.class")).doesNotExist();
        assertThat(lab.function().resolve("shop/Till.class")).doesNotExist();
    }

    private void source(String file, String content) throws IOException {
        Path path = lab.sources().resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
