package dev.edaworkshop.lab5.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

class BulkTest {

    @Test
    void makes_up_the_same_catalogue_for_the_same_seed() throws IOException {
        assertThat(csv(100, 0, 7)).isEqualTo(csv(100, 0, 7)).isNotEqualTo(csv(100, 0, 8));
        assertThat(csv(100, 0, 7).lines()).hasSize(101).first().isEqualTo(ProductRow.HEADER);
    }

    @ParameterizedTest(name = "in chunks of {0} bytes")
    @ValueSource(ints = {1, 100, 1_000, 1_000_000})
    void chunks_are_the_whole_file_and_begin_with_lines(int chunkBytes) throws IOException {
        String file = csv(50, 0, 1);
        List<Chunk> chunks = new ArrayList<>();

        long lines = new ChunkSplitter("f.csv", chunkBytes, chunks::add)
                .split(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));

        assertThat(lines).isEqualTo(51);
        StringBuilder together = new StringBuilder();
        for (Chunk chunk : chunks) {
            String text = text(file, chunk);
            assertThat(chunk.firstLine()).isEqualTo(together.toString().lines().count() + 1);
            together.append(text);
        }
        assertThat(together.toString()).isEqualTo(file);
    }

    @Test
    void a_last_line_without_its_end_is_a_line() throws IOException {
        List<Chunk> chunks = new ArrayList<>();

        long lines = new ChunkSplitter("f.csv", 1_000, chunks::add)
                .split(new ByteArrayInputStream("a\nb".getBytes(StandardCharsets.UTF_8)));

        assertThat(lines).isEqualTo(2);
        assertThat(chunks).containsExactly(new Chunk("f.csv", 0, 3, 1));
    }

    @Test
    void a_bad_row_is_named_by_its_line_in_the_file_and_holds_up_no_other() throws IOException {
        String file = csv(60, 3, 1);
        List<Chunk> chunks = new ArrayList<>();
        new ChunkSplitter("f.csv", 500, chunks::add)
                .split(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        List<ProductRow> written = new ArrayList<>();
        List<String> bad = new ArrayList<>();

        int rows = 0;
        for (Chunk chunk : chunks) {
            rows += new ChunkImporter(written::addAll, bad::add)
                    .importChunk(chunk, new BufferedReader(new StringReader(text(file, chunk))));
        }

        assertThat(rows).isEqualTo(57);
        assertThat(written)
                .extracting(ProductRow::productId)
                .doesNotHaveDuplicates()
                .hasSize(57);
        // Rows 20, 40 and 60; the header is line 1.
        assertThat(bad)
                .containsExactly(
                        "line 21: price is no number: free",
                        "line 41: price is no number: free",
                        "line 61: price is no number: free");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`p-1,S,N,c,1.00,1.00`, 6 columns instead of 7",
                "`,S,N,c,1.00,1.00,eu`, product_id is missing",
                "`p-1,S,N,c,-1,1.00,eu`, price is no amount in euros: -1",
                "`p-1,S,N,c,1.005,1.00,eu`, price is no amount in euros: 1.005",
                "`p-1,S,N,c,1.00,x,eu`, cost is no number: x",
            })
    void says_what_is_wrong_with_a_row(String line, String reason) {
        assertThatThrownBy(() -> ProductRow.parse(12, line)).hasMessage("line 12: " + reason);
    }

    @Test
    void writes_again_what_the_table_left_over() {
        var table = new ForgetfulTable(2);
        List<Integer> pauses = new ArrayList<>();
        List<ProductRow> rows =
                List.of(ProductRow.parse(1, "p-1,S,N,c,1.00,1.00,eu"), ProductRow.parse(2, "p-2,S,N,c,1.00,1.00,eu"));

        new ProductTable(table, "products", "import f.csv", "2026-11-28T09:15:00Z", pauses::add).write(rows);

        assertThat(table.sizes).containsExactly(2, 1, 1);
        assertThat(pauses).containsExactly(1, 2);
    }

    private static String csv(int rows, int bad, long seed) throws IOException {
        StringWriter text = new StringWriter();
        new GeneratedCatalogue(rows, bad, seed).writeTo(text);
        return text.toString();
    }

    private static String text(String file, Chunk chunk) {
        return file.substring((int) chunk.from(), (int) chunk.to());
    }

    /** Leaves the last row over, so many times. */
    private static final class ForgetfulTable implements DynamoDbClient {

        private final Deque<Boolean> forget = new ArrayDeque<>();
        private final List<Integer> sizes = new ArrayList<>();

        ForgetfulTable(int times) {
            for (int i = 0; i < times; i++) {
                forget.add(true);
            }
        }

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            var rows = request.requestItems().get("products");
            sizes.add(rows.size());
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(forget.poll() == null ? Map.of() : Map.of("products", List.of(rows.getLast())))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
