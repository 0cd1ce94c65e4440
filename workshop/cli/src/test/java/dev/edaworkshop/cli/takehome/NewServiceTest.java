package dev.edaworkshop.cli.takehome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
