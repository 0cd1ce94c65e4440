package dev.edaworkshop.cli.takehome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewServiceTest {
    private static final Path WORKSHOP = Path.of("../..").toAbsolutePath().normalize();

    private final NewService services = new NewService(WORKSHOP, new Project(WORKSHOP).lab("5"));

    @Test
    void is_named_as_one_says_and_knows_nothing_of_the_workshop(@TempDir Path folder) throws IOException {
        Path service = folder.resolve("harbour-orders");

        services.write(new ServiceName("harbour-orders", "com.example.orders", "Order"), service);

        assertThat(service.resolve("src/main/java/com/example/orders/infra")).isDirectory();
        for (Path file : files(service)) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContain("edaworkshop", "begin exercise", "end exercise", "Lab5")
                    .doesNotContainPattern("(?i)product(?!i[ov])");
        }
        assertThat(Files.readString(service.resolve("pom.xml")))
                .contains(
                        "<groupId>com.example</groupId>",
                        "<artifactId>harbour-orders</artifactId>",
                        "com.example.orders.infra.")
                .doesNotContain("testkit", "elasticmq", "{app}", "{dependencies}", "workshop-parent")
                .contains("<aws.cdk.version>", "<artifactId>aws-cdk-lib</artifactId>");
    }

    @Test
    void brings_the_tests_that_need_no_local_cloud(@TempDir Path folder) throws IOException {
        Path service = folder.resolve("harbour-goods");

        services.write(new ServiceName("harbour-goods", "com.example.goods", "Product"), service);

        assertThat(files(service.resolve("src/test")))
                .extracting(file -> file.getFileName().toString())
                .contains("CatalogueTest.java", "DomainTest.java", "ProductApiStackTest.java")
                .noneMatch(name -> name.endsWith("Check.java"));
    }

    @Test
    void overwrites_nothing(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> services.write(new ServiceName("a", "b.c", "Product"), folder))
                .isInstanceOf(LabException.class);
        assertThat(files(folder)).containsExactly(folder.resolve("mine.txt"));
    }

    @ParameterizedTest
    @CsvSource({
        "Harbour Orders, com.example, Order, something like harbour-orders",
        "orders, orders, Order, something like com.example.orders",
        "orders, com.example, order book, one word with a capital letter"
    })
    void says_which_name_cannot_be_used(String artifact, String packageName, String entity, String rule) {
        assertThatThrownBy(() -> new ServiceName(artifact, packageName, entity)).hasMessageContaining(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Category",
                "Item",
                "Event",
                "Request",
                "Record",
                "Table",
                "Function",
                "String",
                "Class",
                "Catalogue",
                "Yield"
            })
    void refuses_what_would_not_compile_and_says_what_it_clashes_with(String entity, @TempDir Path folder) {
        Path service = folder.resolve("tide-things");

        assertThatThrownBy(() -> services.write(new ServiceName("tide-things", "com.example.things", entity), service))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("“%s” cannot be what the service keeps: ".formatted(entity))
                .hasMessageMatching(".*(\\.java|reserved word of Java|in java\\.lang)\\. Take a longer word, like .*");
        assertThat(service).doesNotExist();
    }

    @Test
    void says_where_a_name_is_taken(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> services.write(new ServiceName("tide-things", "com.example.things", "Catalogue"), folder))
                .hasMessageContaining("“catalogue” is the name of something else in java/com/example/things/");
        assertThatThrownBy(() -> services.write(new ServiceName("tide-things", "com.example.things", "Class"), folder))
                .hasMessageContaining("“class” is a reserved word of Java");
        assertThatThrownBy(
                        () -> services.write(new ServiceName("tide-things", "com.example.things", "Integer"), folder))
                .hasMessageContaining("“Integer” is a class of Java's own, in java.lang");
    }

    @ParameterizedTest
    @CsvSource({
        "org.new.shop, “new” is a reserved word of Java",
        "java.shop, packages below java are Java's own",
    })
    void refuses_packages_that_java_refuses(String packageName, String reason) {
        assertThatThrownBy(() -> new ServiceName("orders", packageName, "Order"))
                .hasMessageContaining(reason);
    }

    @Test
    void refuses_a_plural_that_is_no_other_word() {
        assertThatThrownBy(() -> new ServiceName("farm", "com.example.farm", "Sheep", "Sheep"))
                .hasMessageContaining("Say --plural Sheeps");
    }

    @ParameterizedTest
    @CsvSource({
        "Company, Companies",
        "Toy, Toys",
        "Berth, Berths",
        "Bus, Buses",
        "Box, Boxes",
        "Batch, Batches",
        "Wish, Wishes",
        "Order, Orders"
    })
    void knows_the_plural_of_most_words(String one, String many) {
        assertThat(English.plural(one)).isEqualTo(many);
    }

    @ParameterizedTest
    @CsvSource({"Order, true", "Invoice, true", "Umbrella, true", "Booking, false", "User, false", "Unit, false"})
    void knows_an_from_a(String word, boolean an) {
        assertThat(English.takesAn(word)).isEqualTo(an);
    }

    @Test
    void speaks_english(@TempDir Path folder) throws IOException {
        services.write(
                new ServiceName("tide-invoices", "com.example.products", "Invoice", "Bills"), folder.resolve("i"));

        String everything = everything(folder);
        assertThat(everything)
                .contains("/bills/", " an invoice", "An invoice", "An Invoice", "package com.example.products.api;")
                .doesNotContain("\"invoices\"", "/invoices")
                .doesNotContainPattern("(?i)\\ba[\\s*]+(\\{@\\w+ )?invoice");
        assertThat(folder.resolve("i/src/main/java/com/example/products/terminals/ImportBills.java"))
                .exists();
    }

    @Test
    void keeps_the_data_of_events_in_alphabetical_order(@TempDir Path folder) throws IOException {
        services.write(new ServiceName("tide-tables", "com.example.berths", "Berth"), folder);

        assertThat(everything(folder)).contains("{\"data\":{\"berth_id\":\"p-0001\",\"new_price\":19.90,");
    }

    @Test
    void is_called_after_nothing_of_the_workshop(@TempDir Path folder) throws IOException {
        services.write(new ServiceName("tide-tables", "com.example.berths", "Berth"), folder.resolve("tide-tables"));

        String everything = everything(folder);
        assertThat(everything)
                .doesNotContainPattern("\\./lab\\b|(?i:exercise|lab ?\\d|harbour|workshop)")
                .doesNotContainPattern("\\b(lab|LAB|labs)\\b")
                .contains(
                        "NAMESPACE = \"TideTables\"",
                        "eventBusName(\"tide-tables\")",
                        "urn:tide-tables:problem:",
                        "Usage: ./run clerk",
                        "./run import");
        assertThat(folder.resolve("tide-tables/run"))
                .isExecutable()
                .content()
                .contains("import) main=com.example.berths.terminals.ImportBerths ;;", "--stack-name TideTables");
    }

    @Test
    void tells_what_to_change_first_by_names_that_it_has(@TempDir Path folder) throws IOException {
        services.write(new ServiceName("tide-tables", "com.example.berths", "Berth"), folder);

        String first = Files.readString(folder.resolve("README.md")).split("## Change this first")[1];
        List<String> classes = Pattern.compile("`([A-Z]\\w+)`")
                .matcher(first)
                .results()
                .map(name -> name.group(1) + ".java")
                .toList();
        assertThat(first).contains("A Berth still has", "`BerthDetails`").doesNotContain("{");
        assertThat(files(folder))
                .extracting(file -> file.getFileName().toString())
                .containsAll(classes);
    }

    private static String everything(Path folder) throws IOException {
        StringBuilder everything = new StringBuilder();
        for (Path file : files(folder)) {
            everything.append(folder.relativize(file)).append('\n').append(Files.readString(file));
        }
        return everything.toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
