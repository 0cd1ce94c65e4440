package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.lambda.handlers.JvmArguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    @TempDir
    private Path cache;

    @Test
    void the_first_process_records_what_it_loads_and_later_ones_start_from_an_archive() {
        assertThat(invokeOnce().payload()).contains("DumpLoadedClassList").doesNotContain("SharedArchiveFile");
        assertThat(files(".classes")).as("written when the first process ended").hasSize(1);
        assertThat(files(".aot")).isEmpty();

        try (LocalCloud cloud = start()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !files(".aot").isEmpty());
        }

        assertThat(invokeOnce().payload())
                .contains(
                        "-XX:SharedArchiveFile=",
                        files(".aot").getFirst().getFileName().toString())
                .as("nothing is recorded twice")
                .doesNotContain("DumpLoadedClassList");
        assertThat(files(".tmp")).isEmpty();
    }

    @Test
    void an_archive_that_is_of_no_use_is_ignored_in_silence() throws IOException {
        invokeOnce();
        try (LocalCloud cloud = start()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !files(".aot").isEmpty());
        }
        Files.writeString(files(".aot").getFirst(), "no archive");

        List<String> log;
        try (LocalCloud cloud = start()) {
            Function function = cloud.account().functions().function("JvmArguments");
            assertThat(function.invoke("{}")).isInstanceOf(InvocationResult.Returned.class);
            log = function.log().events().stream().map(event -> event.message()).toList();
        }

        assertThat(log).allSatisfy(line -> assertThat(line).containsPattern("INIT_START|START|END|REPORT"));
    }

    private InvocationResult invokeOnce() {
        try (LocalCloud cloud = start()) {
            return cloud.account().functions().function("JvmArguments").invoke("{}");
        }
    }

    private LocalCloud start() {
        LocalCloud cloud = LocalCloud.start(
                0, new LambdaSettings(TestFunctions.SETTINGS.javaHome(), cache), (request, response) -> false);
        cloud.account()
                .functions()
                .create(TestFunctions.aFunction(cloud.account(), JvmArguments.class)
                        .build());
        return cloud;
    }

    private List<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(cache.resolve("aot"))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
