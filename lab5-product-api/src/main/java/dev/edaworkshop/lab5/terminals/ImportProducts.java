package dev.edaworkshop.lab5.terminals;

import dev.edaworkshop.lab5.bulk.GeneratedCatalogue;
import dev.edaworkshop.lab5.bulk.ImportFiles;
import dev.edaworkshop.lab5.bulk.ImportQueue;
import dev.edaworkshop.lab5.bulk.ImportSteps;
import dev.edaworkshop.lab5.bulk.ImportWorker;
import dev.edaworkshop.lab5.bulk.LocalFile;
import java.io.Console;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Imports a file of products, or one that it makes up: {@code ./lab run 5 import products.csv}, or {@code … import 10000}.
 *
 * <p>The file goes to the bucket, its chunks into the queue, and then this program works until the queue is empty. Start it
 * twice, and two work. Stop it, and start it again: it goes on with what is left.
 */
public final class ImportProducts {

    private static final String USAGE =
            "Usage: ./lab run 5 import FILE.csv, or ./lab run 5 import ROWS [BAD ROWS] for a file that it makes up";
    private static final int WORKERS = 4;
    private static final int WRONG_USAGE = 2;
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final ImportFiles files;
    private final ImportQueue queue;
    private final DynamoDbClient dynamoDb;
    private final String table;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private ImportProducts(ImportFiles files, ImportQueue queue, DynamoDbClient dynamoDb, String table) {
        this.files = files;
        this.queue = queue;
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 1 || args.length > 2 || args.length == 2 && !isNumber(args[1])) {
            System.err.println(USAGE);
            System.exit(WRONG_USAGE);
        }
        // URL connections are kept by the JVM, as many as there are workers.
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
            var program = new ImportProducts(
                    new ImportFiles(s3, required("IMPORT_BUCKET")),
                    new ImportQueue(sqs, required("IMPORT_QUEUE_URL")),
                    dynamoDb,
                    required("PRODUCT_TABLE"));
            program.run(args);
        }
    }

    private void run(String[] args) throws IOException, InterruptedException {
        if (!isNumber(args[0])) {
            importFile(Path.of(args[0]), name(args[0]));
            return;
        }
        GeneratedCatalogue catalogue = catalogue(args);
        Path file = Files.createTempFile("products-", ".csv");
        try {
            try (Writer out = Files.newBufferedWriter(file)) {
                catalogue.writeTo(out);
            }
            importFile(file, "generated");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static GeneratedCatalogue catalogue(String... args) {
        int bad = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        try {
            return new GeneratedCatalogue(Integer.parseInt(args[0]), bad, 1);
        } catch (IllegalArgumentException e) {
            System.err.printf("%s.%n%s%n", e.getMessage(), USAGE);
            System.exit(WRONG_USAGE);
            throw e;
        }
    }

    private void importFile(Path path, String name) throws IOException, InterruptedException {
        LocalFile file = inspect(path, name);
        // Ctrl-C: the chunks in hand are finished, and then it ends.
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(main)));
        boolean justUploaded = files.upload(file.key(), path);
        var progress = new ImportProgress(file.key(), file.rows(), isTerminal());
        files.forEachResult(file.key(), progress::doneBefore);
        new Steps(file, progress).run(justUploaded);
        summarize(file, progress);
    }

    private final class Steps implements ImportSteps {

        private final LocalFile file;
        private final ImportProgress progress;

        Steps(LocalFile file, ImportProgress progress) {
            this.file = file;
            this.progress = progress;
        }

        @Override
        public boolean isAnythingLeft() {
            return !stopped.get() && files.done(file.key()).size() < file.chunks();
        }

        @Override
        public void send() throws IOException {
            Set<Long> done = files.done(file.key());
            file.divide(chunk -> {
                if (!done.contains(chunk.firstLine()) && !stopped.get()) {
                    queue.send(chunk);
                }
            });
        }

        @Override
        public void work() throws InterruptedException {
            ImportProducts.this.work(progress);
        }
    }

    private static LocalFile inspect(Path path, String name) throws IOException {
        if (!Files.isReadable(path)) {
            System.err.printf("There is no file %s that can be read.%n%s%n", path, USAGE);
            System.exit(WRONG_USAGE);
        }
        try {
            return LocalFile.inspect(path, name);
        } catch (IllegalArgumentException e) {
            System.err.printf("%s was not imported: %s%n", path, e.getMessage());
            System.exit(WRONG_USAGE);
            throw e;
        }
    }

    private void stop(Thread main) {
        stopped.set(true);
        try {
            main.join(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(ImportProgress progress) throws InterruptedException {
        var worker = new ImportWorker(files, queue, dynamoDb, table, progress);
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS)) {
            var running = IntStream.range(0, WORKERS)
                    .mapToObj(_ -> workers.submit(() -> worker.work(stopped)))
                    .toList();
            workers.shutdown();
            while (!workers.awaitTermination(200, TimeUnit.MILLISECONDS)) {
                progress.show();
            }
            running.forEach(ImportProducts::rethrow);
        } finally {
            progress.end();
        }
    }

    private static void rethrow(Future<?> finished) {
        if (finished.state() == Future.State.FAILED) {
            throw new IllegalStateException(
                    "A worker ended; start the import again, it goes on", finished.exceptionNow());
        }
    }

    private void summarize(LocalFile file, ImportProgress progress) throws IOException {
        var total = new ImportTotal();
        files.forEachResult(file.key(), total::add);
        System.out.println(progress.summary());
        System.out.printf("In the table: %d of %d rows of %s.%n", total.imported(), file.rows(), file.key());
        if (total.notImported() > 0) {
            total.first().forEach(line -> System.out.println("  " + line));
            System.out.printf(
                    "Not imported: %d rows, each with its line and its reason in %s in the bucket.%n",
                    total.notImported(), files.report(file.key()));
        }
        int left = file.chunks() - files.done(file.key()).size();
        if (left > 0) {
            System.out.printf("%d of %d chunks are left. The same command goes on with them.%n", left, file.chunks());
        }
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static boolean isNumber(String argument) {
        return argument.matches("\\d{1,8}");
    }

    private static String name(String path) {
        return Path.of(path)
                .getFileName()
                .toString()
                .replaceFirst("\\.csv$", "")
                .replaceAll("[^A-Za-z0-9-]", "-");
    }

    private static String required(String variable) {
        return Environment.require(variable, "./lab run 5 import 10000");
    }
}
