package dev.edaworkshop.lab5.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Running;
import dev.edaworkshop.testkit.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The import, killed and started again. {@code -Dbulk.rows=10000} makes the file larger.
 */
@Exercise("5.6")
@Tag("solved")
class BulkImportTest {

    private static final int ROWS = Integer.getInteger("bulk.rows", 2_000);
    private static final int BAD = 10;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** A chunk that a killed worker had in hand comes back after a minute. */
    private static final Duration IN_HAND = Duration.ofSeconds(61);

    @Test
    void goes_on_where_it_was_killed_and_undoes_nothing(DeployedLab lab) {
        String kept = "p-000007";
        put(lab, Map.of("product_id", text(kept), "name", text("What the back office says"), "version", number("3")));

        try (Running killed = start(lab)) {
            while (results(lab) < 2 && killed.isAlive()) {
                Thread.onSpinWait(); // each look at the bucket is a request
            }
        }
        int before = results(lab);
        lab.advance(IN_HAND);
        List<String> second = run(lab);

        int imported = ROWS - BAD - 1;
        assertThat(before).isPositive();
        assertThat(second)
                .anySatisfy(
                        line -> assertThat(line).startsWith("In the table: %d of %d rows".formatted(imported, ROWS)))
                .anySatisfy(line -> assertThat(line).startsWith("Not imported: %d rows".formatted(BAD + 1)))
                .anySatisfy(
                        line -> assertThat(line).matches("Did \\d+ rows in .* [1-9]\\d* rows had been done before.*"));
        assertThat(notImported(lab))
                .contains(
                        "line 8: the catalogue has p-000007 already, and keeps it as it is",
                        "line %d: price is no number: free".formatted(ROWS / BAD + 1))
                .hasSize(BAD + 1);
        Map<String, Map<String, AttributeValue>> items = items(lab);
        assertThat(items).hasSize(imported + 1);
        assertThat(items.get(kept)).containsEntry("version", number("3"));

        assertThat(run(lab)).contains("Nothing was left to do.");
        assertThat(items(lab)).isEqualTo(items);
        second.forEach(System.out::println);
    }

    @Test
    void imports_a_file_though_another_one_was_interrupted(DeployedLab lab, @TempDir Path folder) throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.csv"), ProductRow.HEADER + "\nother-1,TOY-0001,Boat,toys,1.00,0.50,eu\n");
        try (Running killed = start(lab)) {
            while (results(lab) < 2 && killed.isAlive()) {
                Thread.onSpinWait(); // each look at the bucket is a request
            }
        }
        lab.advance(IN_HAND);

        List<String> printed = run(lab, other.toString());

        assertThat(printed)
                .anySatisfy(line -> assertThat(line).startsWith("In the table: 1 of 1 rows of other-"))
                .noneSatisfy(line -> assertThat(line).contains("chunks are left"));
        assertThat(items(lab)).containsKey("other-1");
    }

    private static Running start(DeployedLab lab) {
        return start(lab, Integer.toString(ROWS), Integer.toString(BAD));
    }

    private static Running start(DeployedLab lab, String... arguments) {
        return lab.start(
                "import",
                List.of(arguments),
                Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + System.getProperty("bulk.memory", "64m")));
    }

    private static List<String> run(DeployedLab lab) {
        return run(lab, Integer.toString(ROWS), Integer.toString(BAD));
    }

    private static List<String> run(DeployedLab lab, String... arguments) {
        try (Running running = start(lab, arguments)) {
            int exitCode = running.waitFor(LIMIT);
            assertThat(exitCode).as(String.join("\n", running.printed())).isZero();
            return running.printed();
        }
    }

    private static int results(DeployedLab lab) {
        return (int)
                lab
                        .s3()
                        .listObjectsV2Paginator(request -> request.bucket(lab.output("ImportBucket")))
                        .contents()
                        .stream()
                        .filter(object -> object.key().contains(".results/"))
                        .count();
    }

    private static List<String> notImported(DeployedLab lab) {
        String bucket = lab.output("ImportBucket");
        String key = lab.s3().listObjectsV2Paginator(request -> request.bucket(bucket)).contents().stream()
                .map(object -> object.key())
                .filter(name -> name.endsWith(".not-imported.txt"))
                .findFirst()
                .orElseThrow();
        return lab.s3()
                .getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asUtf8String()
                .lines()
                .toList();
    }

    private static Map<String, Map<String, AttributeValue>> items(DeployedLab lab) {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        lab.dynamoDb()
                .scanPaginator(request -> request.tableName(lab.output("ProductTable")))
                .items()
                .forEach(item -> items.put(item.get("product_id").s(), item));
        return items;
    }

    private static void put(DeployedLab lab, Map<String, AttributeValue> item) {
        lab.dynamoDb().putItem(request -> request.tableName(lab.output("ProductTable"))
                .item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(String value) {
        return AttributeValue.fromN(value);
    }
}
