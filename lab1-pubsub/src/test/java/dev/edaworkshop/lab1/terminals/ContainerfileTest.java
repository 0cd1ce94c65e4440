package dev.edaworkshop.lab1.terminals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The container's command, run with the container's files, without a container. */
@Timeout(200)
class ContainerfileTest {

    private static final Path LAB = Path.of("").toAbsolutePath();

    @TempDir
    private Path image;

    @BeforeEach
    void copy_what_the_containerfile_copies() throws IOException {
        assumeFalse(File.separatorChar == '\\', "the container runs Linux");
        for (String line : instructions("COPY ")) {
            String[] fromTo = line.split(" ");
            assertThat(LAB.resolve(fromTo[0])).isDirectory();
            Files.createSymbolicLink(image.resolve(fromTo[1].replaceAll("/$", "")), LAB.resolve(fromTo[0]));
        }
    }

    @Test
    void shows_its_settings_and_where_they_come_from() throws IOException, InterruptedException {
        Process worker = start("--show-config", "--warehouse", "north");

        String printed = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(worker.waitFor()).as(printed).isZero();
        assertThat(printed).contains("warehouse = north (command line)", "batch-size = 10 (default)");
    }

    @Test
    void stops_with_exit_code_0_when_it_is_asked_to_while_it_waits_for_a_message()
            throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        HttpServer sqs = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            sqs.setExecutor(executor);
            sqs.createContext("/", exchange -> {
                asked.countDown();
                await(over); // like a queue without messages
                exchange.close();
            });
            sqs.start();
            String endpoint = "http://127.0.0.1:" + sqs.getAddress().getPort();
            Process worker = start(
                    "--endpoint",
                    endpoint,
                    "--queue",
                    endpoint + "/queue",
                    "--stock-table",
                    "stock",
                    "--handled-events-table",
                    "handled",
                    "--stock-reserved-topic",
                    "arn:aws:sns:us-east-1:000000000000:t");

            assertThat(asked.await(100, TimeUnit.SECONDS))
                    .as("the worker asks the queue")
                    .isTrue();
            worker.destroy();

            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(worker.exitValue()).isZero();
            over.countDown();
        } finally {
            over.countDown();
            sqs.stop(0);
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(new ObjectMapper()
                .readValue(instructions("ENTRYPOINT ").getFirst(), new TypeReference<List<String>>() {}));
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.getFirst())
                        .toString());
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).directory(image.toFile()).redirectErrorStream(true);
        process.environment().put("AWS_REGION", "us-east-1");
        process.environment().put("AWS_ACCESS_KEY_ID", "local");
        process.environment().put("AWS_SECRET_ACCESS_KEY", "local");
        return process.start();
    }

    private static List<String> instructions(String instruction) throws IOException {
        return Files.readAllLines(LAB.resolve("Containerfile")).stream()
                .filter(line -> line.startsWith(instruction))
                .map(line -> line.substring(instruction.length()))
                .toList();
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
