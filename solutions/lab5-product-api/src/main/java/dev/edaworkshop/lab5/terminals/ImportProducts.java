package dev.edaworkshop.lab5.terminals;

import dev.edaworkshop.lab5.bulk.Chunk;
import dev.edaworkshop.lab5.bulk.ChunkImporter;
import dev.edaworkshop.lab5.bulk.ChunkSplitter;
import dev.edaworkshop.lab5.bulk.GeneratedCatalogue;
import dev.edaworkshop.lab5.bulk.ProductTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Imports a file of products, or one that it makes up: {@code ./lab run 5 import 10000} or {@code … import products.csv}.
 *
 * <p>The file goes to the bucket, and its chunks into the queue; once both is done, a marker beside the file says so. Then
 * this program works until the queue is empty. Start it twice, and two work. Stop it, and start it again: chunks that were
 * not finished come back, and what has been written is the same the second time.
 */
public final class ImportProducts {

    private static final int CHUNK_BYTES = 32 * 1024;
    private static final int WORKERS = 4;
    private static final int FIRST_PAUSE_MILLIS = 25;
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final S3Client s3;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final String bucket;
    private final String queueUrl;
    private final String table;
    private final ConcurrentLinkedQueue<String> badRows = new ConcurrentLinkedQueue<>();
    private final AtomicLong written = new AtomicLong();

    private ImportProducts(
            S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb, String bucket, String queueUrl, String table) {
        this.s3 = s3;
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.bucket = bucket;
        this.queueUrl = queueUrl;
        this.table = table;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("Usage: ./lab run 5 import ROWS [BAD ROWS], or ./lab run 5 import FILE.csv");
            System.exit(2);
        }
        // Each client has its own connections; URL connections are kept by the JVM.
        try (S3Client s3 = S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .forcePathStyle(true)
                        .build();
                SqsClient sqs = SqsClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
                DynamoDbClient dynamoDb = DynamoDbClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            new ImportProducts(
                            s3,
                            sqs,
                            dynamoDb,
                            required("IMPORT_BUCKET"),
                            required("IMPORT_QUEUE_URL"),
                            required("PRODUCT_TABLE"))
                    .run(args);
        }
    }

    private void run(String[] args) throws IOException, InterruptedException {
        String key = args[0].matches("\\d+")
                ? "generated-%s.csv".formatted(args[0])
                : Path.of(args[0]).getFileName().toString();
        long before = System.nanoTime();
        if (isThere(key + ".divided")) {
            System.out.printf("%s is in the bucket, and divided: going on where the last import stopped.%n", key);
        } else {
            upload(key, args);
            divide(key);
        }
        work(key);
        summarize(key, Duration.ofNanos(System.nanoTime() - before));
    }

    private void upload(String key, String[] args) throws IOException {
        if (!args[0].matches("\\d+")) {
            s3.putObject(request -> request.bucket(bucket).key(key), Path.of(args[0]));
            return;
        }
        Path file = Files.createTempFile("products-", ".csv");
        try {
            int bad = args.length > 1 ? Integer.parseInt(args[1]) : 0;
            try (Writer out = Files.newBufferedWriter(file)) {
                new GeneratedCatalogue(Integer.parseInt(args[0]), bad, 1).writeTo(out);
            }
            s3.putObject(request -> request.bucket(bucket).key(key), file);
        } finally {
            Files.delete(file);
        }
    }

    /** The file flows from the bucket through this program, once, to find the lines' ends. */
    private void divide(String key) throws IOException {
        try (var file = s3.getObject(request -> request.bucket(bucket).key(key))) {
            long lines = new ChunkSplitter(key, CHUNK_BYTES, this::send).split(file);
            s3.putObject(
                    request -> request.bucket(bucket).key(key + ".divided"),
                    RequestBody.fromString(Long.toString(lines)));
        }
    }

    private void send(Chunk chunk) {
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(chunk.toJson()));
    }

    private void work(String key) throws InterruptedException {
        long rows = rows(key);
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                workers.submit(this::workUntilEmpty);
            }
            workers.shutdown();
            while (!workers.awaitTermination(250, TimeUnit.MILLISECONDS)) {
                System.out.print(bar(written.get(), rows));
                System.out.flush();
            }
        }
        System.out.println(bar(written.get(), rows));
    }

    private void workUntilEmpty() {
        while (true) {
            List<Message> messages = sqs.receiveMessage(
                            request -> request.queueUrl(queueUrl).maxNumberOfMessages(1))
                    .messages();
            if (messages.isEmpty()) {
                return;
            }
            messages.forEach(this::importChunk);
        }
    }

    /** The message is deleted when its rows are in the table, not before. */
    private void importChunk(Message message) {
        Chunk chunk = Chunk.parse(message.body());
        try (BufferedReader text = open(chunk)) {
            var target = new ProductTable(
                    dynamoDb, table, "import " + chunk.key(), uploadedAt(chunk.key()), ImportProducts::pause);
            written.addAndGet(new ChunkImporter(target, badRows::add).importChunk(chunk, text));
            sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
        } catch (IOException | RuntimeException e) {
            System.err.printf("%nLines from %d on come back later: %s%n", chunk.firstLine(), e.getMessage());
        }
    }

    private BufferedReader open(Chunk chunk) {
        return new BufferedReader(new InputStreamReader(
                s3.getObject(request -> request.bucket(bucket)
                        .key(chunk.key())
                        .range("bytes=%d-%d".formatted(chunk.from(), chunk.to() - 1))),
                StandardCharsets.UTF_8));
    }

    private String uploadedAt(String key) {
        return s3.headObject(request -> request.bucket(bucket).key(key))
                .lastModified()
                .toString();
    }

    private boolean isThere(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    private long rows(String key) {
        return Long.parseLong(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key + ".divided"))
                                .asUtf8String())
                - 1;
    }

    private void summarize(String key, Duration took) {
        List<String> bad = badRows.stream().sorted().toList();
        if (!bad.isEmpty()) {
            s3.putObject(
                    request -> request.bucket(bucket).key(key + ".bad-rows.txt"),
                    RequestBody.fromString(String.join("\n", bad)));
            System.out.printf(
                    "%d rows were not imported; all of them are in %s.bad-rows.txt in the bucket. The first: %s%n",
                    bad.size(), key, bad.getFirst());
        }
        System.out.printf(
                Locale.ROOT,
                "Imported %d rows in %.1f s: %.0f rows/s, with at most %d MiB of memory%n",
                written.get(),
                took.toMillis() / 1000.0,
                written.get() * 1000.0 / Math.max(1, took.toMillis()),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static String bar(long done, long all) {
        int filled = (int) Math.min(40, all == 0 ? 40 : 40 * done / all);
        return "\r[%s%s] %d of %d rows".formatted("#".repeat(filled), "-".repeat(40 - filled), done, all);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(10, attempt)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            System.err.printf("%s is not set. Start this program with: ./lab run 5 import 10000%n", variable);
            System.exit(2);
        }
        return value;
    }
}
