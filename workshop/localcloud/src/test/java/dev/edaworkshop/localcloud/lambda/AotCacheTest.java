package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
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
        invokeOnce();
        assertThat(files(".classes")).as("written when the first process ended").hasSize(1);
        assertThat(files(".aot")).isEmpty();

        try (LocalCloud cloud = start()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> !files(".aot").isEmpty());
        }

        assertThat(invokeOnce()).isInstanceOf(InvocationResult.Returned.class);
        assertThat(files(".tmp")).as("nothing is recorded twice").isEmpty();
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
            Function echo = cloud.account().functions().function("Echo");
            assertThat(echo.invoke("{}")).isInstanceOf(InvocationResult.Returned.class);
            log = echo.log().events().stream().map(event -> event.message()).toList();
        }

        assertThat(log).allSatisfy(line -> assertThat(line).containsPattern("INIT_START|START|echoing|END|REPORT"));
    }

    private InvocationResult invokeOnce() {
        try (LocalCloud cloud = start()) {
            return cloud.account().functions().function("Echo").invoke("{}");
        }
    }

    private LocalCloud start() {
        LocalCloud cloud = LocalCloud.start(
                0, new LambdaSettings(TestFunctions.SETTINGS.javaHome(), cache), (request, response) -> false);
        cloud.account()
                .functions()
                .create(TestFunctions.aFunction(cloud.account(), Echo.class).build());
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
