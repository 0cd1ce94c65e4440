package dev.edaworkshop.lab5.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        List<ProductRow> added = new ArrayList<>();
        List<String> bad = new ArrayList<>();

        int rows = 0;
        for (Chunk chunk : chunks) {
            ChunkResult result = new ChunkImporter((_, row) -> added.add(row))
                    .importChunk(chunk, new StringReader(text(file, chunk)));
            rows += result.imported();
            bad.addAll(result.notImported());
        }

        assertThat(rows).isEqualTo(57);
        assertThat(added)
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

    @Test
    void a_product_that_the_catalogue_has_already_is_kept_and_named() throws IOException {
        ChunkResult result = new ChunkImporter((_, row) -> !row.productId().equals("p-000002"))
                .importChunk(new Chunk("f.csv", 0, 1, 1), new StringReader(csv(3, 0, 1)));

        assertThat(result)
                .isEqualTo(new ChunkResult(
                        2, List.of("line 3: the catalogue has p-000002 already, and keeps it as it is")));
    }

    @Test
    void reads_what_spreadsheets_write() throws IOException {
        List<ProductRow> added = new ArrayList<>();

        new ChunkImporter((_, row) -> added.add(row))
                .importChunk(
                        new Chunk("f.csv", 0, 1, 1),
                        new StringReader("\uFEFF" + ProductRow.HEADER + "\r\n"
                                + "p-1,TOY-0001,\"Boat, \"\"Anna\"\"\",toys,1.00,0.50,eu\r\n\r\n"));

        assertThat(added).extracting(ProductRow::name).containsExactly("Boat, \"Anna\"");
    }

    @Test
    void of_a_line_without_an_end_only_a_part_is_kept() throws IOException {
        ChunkResult result = new ChunkImporter((_, _) -> true)
                .importChunk(new Chunk("f.csv", 0, 1, 7), new StringReader("x".repeat(5_000) + "\n" + row("p-1")));

        assertThat(result).isEqualTo(new ChunkResult(1, List.of("line 7: longer than 4000 characters")));
    }

    @Test
    void a_file_is_known_by_its_content(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), csv(1_000, 0, 1));
        LocalFile before = LocalFile.inspect(file, "a");
        LocalFile again = LocalFile.inspect(file, "a");
        Files.writeString(file, csv(1_000, 0, 2));
        List<Chunk> chunks = new ArrayList<>();
        before.divide(chunks::add);

        assertThat(again).isEqualTo(before);
        assertThat(before.rows()).isEqualTo(1_000);
        assertThat(before.chunks()).isEqualTo(chunks.size()).isGreaterThan(1);
        assertThat(LocalFile.inspect(file, "a").key()).isNotEqualTo(before.key());
    }

    @Test
    void a_file_without_the_header_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), row("p-1"));

        assertThatThrownBy(() -> LocalFile.inspect(file, "a"))
                .hasMessage("its first line is not product_id,sku,name,category,price,cost,region");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`p-1,TOY-0001,N,toys,1.00,1.00`, 6 columns instead of 7",
                "`,TOY-0001,N,toys,1.00,1.00,eu`, product_id is missing",
                "`p 1,TOY-0001,N,toys,1.00,1.00,eu`, `product_id must be up to 40 letters, digits and hyphens: p 1`",
                "`p-1,TOY-1,N,toys,1.00,1.00,eu`, `sku must be three capital letters, a hyphen, four digits: TOY-1`",
                "`p-1,TOY-0001,N,toys,0,1.00,eu`, `price must be from 0.01 to 100000, with at most two decimals: 0`",
                "`p-1,TOY-0001,N,toys,1.005,1,eu`, `price must be from 0.01 to 100000, with at most two decimals: 1.005`",
                "`p-1,TOY-0001,N,toys,1.00,x,eu`, cost is no number: x",
                "`p-1,TOY-0001,a\"b\"c,toys,1.00,1,eu`, `a quote is in the middle of a cell, not around it`",
                "`p-1,TOY-0001,\"a\"b,toys,1.00,1,eu`, `a quote is in the middle of a cell, not around it`",
                "`p-1,TOY-0001,\"N,toys,1.00,1,eu`, a quote is opened and not closed in the same line",
            })
    void says_what_is_wrong_with_a_row(String line, String reason) {
        assertThatThrownBy(() -> ProductRow.parse(12, line)).hasMessage("line 12: " + reason);
    }

    @ParameterizedTest(name = "{1} of {0} rows are bad")
    @CsvSource({"10, 4", "100, 60", "7, 7", "1000, 999", "3, 0", "60, 3"})
    void makes_up_as_many_bad_rows_as_are_asked_for(int rows, int bad) throws IOException {
        assertThat(csv(rows, bad, 1).lines().filter(line -> line.contains(",free,")))
                .hasSize(bad);
    }

    @Test
    void refuses_to_make_up_more_bad_rows_than_rows() {
        assertThatThrownBy(() -> new GeneratedCatalogue(3, 4, 1)).hasMessage("4 of 3 rows cannot be bad");
    }

    @Test
    void counts_and_imports_the_same_lines_whatever_lies_between_them(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                ProductRow.HEADER + "\n\n" + row("p-1") + "  \t\r\n\r\n" + " ".repeat(5_000) + "\n" + row("p-2") + "bad\n  ");

        ChunkResult result = new ChunkImporter((_, _) -> true)
                .importChunk(new Chunk("a.csv", 0, 1, 1), Files.newBufferedReader(file));

        assertThat(result)
                .isEqualTo(new ChunkResult(2, List.of("line 8: 1 columns instead of 7")));
        assertThat(LocalFile.inspect(file, "a").rows()).isEqualTo(result.rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.000", "0.010000", "1", "1e1"})
    void takes_the_amounts_that_the_api_takes(String price) {
        assertThat(ProductRow.parse(2, "p-1,TOY-0001,N,toys,%s,0,eu".formatted(price)).price())
                .isEqualByComparingTo(price)
                .hasScaleOf(2);
    }

    @Test
    void a_row_that_is_not_utf_8_holds_up_no_other() throws IOException {
        byte[] latin1 = (row("p-1") + "p-2,TOY-0002,café,toys,1.00,0.50,eu\n" + row("p-3"))
                .getBytes(StandardCharsets.ISO_8859_1);

        ChunkResult result = new ChunkImporter((_, _) -> true)
                .importChunk(
                        new Chunk("f.csv", 0, 1, 7),
                        new InputStreamReader(new ByteArrayInputStream(latin1), StandardCharsets.UTF_8));

        assertThat(result).isEqualTo(new ChunkResult(2, List.of("line 8: is not UTF-8")));
    }

    @ParameterizedTest(name = "just uploaded: {0}, rounds until nothing is left: {1}")
    @CsvSource({
        "true, 0, ''",
        "true, 1, send work",
        "true, 9, send work",
        "false, 0, ''",
        "false, 1, work",
        "false, 2, work send work",
        "false, 9, work send work"
    })
    void sends_what_cannot_be_in_the_queue(boolean justUploaded, int rounds, String steps) throws Exception {
        List<String> done = new ArrayList<>();
        var file = new ImportSteps() {
            private int left = rounds;

            @Override
            public boolean isAnythingLeft() {
                return left > 0;
            }

            @Override
            public void send() {
                done.add("send");
            }

            @Override
            public void work() {
                done.add("work");
                left--;
            }
        };

        file.run(justUploaded);

        assertThat(String.join(" ", done)).isEqualTo(steps);
    }

    private static String row(String productId) {
        return productId + ",TOY-0001,Boat,toys,1.00,0.50,eu\n";
    }

    private static String csv(int rows, int bad, long seed) throws IOException {
        StringWriter text = new StringWriter();
        new GeneratedCatalogue(rows, bad, seed).writeTo(text);
        return text.toString();
    }

    private static String text(String file, Chunk chunk) {
        return file.substring((int) chunk.from(), (int) chunk.to());
    }
}
