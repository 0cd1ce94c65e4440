package dev.edaworkshop.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.cli.profile.StartupCosts.Cost;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartupCostsTest {
    private static final List<Stack> STACKS = Stack.parse(List.of(
            "[main tid=7];java/lang/Thread.run;dev/edaworkshop/lab1/CatalogueHandler.<init>;software/amazon/awssdk/services/sns/DefaultSnsClientBuilder.buildClient;java/util/HashMap.<clinit>;java/util/HashMap.put 40",
            "[main tid=7];java/lang/Thread.run;dev/edaworkshop/lab1/Json.<clinit>;com/fasterxml/jackson/databind/ObjectMapper.<clinit>;java/lang/ClassLoader.loadClass 30",
            "[C1 CompilerThre tid=9];CompileBroker::compiler_thread_loop 30",
            "a line that is no stack"));

    private final StartupCosts costs = new StartupCosts(STACKS);

    @Test
    void counts_a_static_initialiser_with_all_it_calls() {
        assertThat(costs.staticInitialisers())
                .containsExactly(
                        new Cost("java.util.HashMap", 0.4),
                        new Cost("com.fasterxml.jackson.databind.ObjectMapper", 0.3),
                        new Cost("dev.edaworkshop.lab1.Json", 0.3));
    }

    @Test
    void names_the_service_of_an_SDK_client() {
        assertThat(costs.sdkClients()).containsExactly(new Cost("sns", 0.4));
    }

    @Test
    void counts_the_JDK_to_whoever_called_it() {
        assertThat(costs.libraries()).containsExactly(new Cost("AWS SDK", 0.4), new Cost("Jackson", 0.3));
    }

    @Test
    void knows_what_went_into_loading_classes_and_what_the_JVM_did_beside() {
        assertThat(costs.classLoading()).isEqualTo(0.3);
        assertThat(costs.besides()).isEqualTo(0.3);
    }

    @Test
    void counts_loaded_classes_by_where_they_came_from() {
        LoadedClasses classes = LoadedClasses.parse(
                List.of(
                        "[0.011s][info][class,load] java.lang.Object source: shared objects file",
                        "[0.512s][info][class,load] java.util.HexFormat source: jrt:/java.base",
                        "[0.513s][info][class,load] com.fasterxml.jackson.core.Base64Variants source: file:/cache/0a1b/jackson-core-2.22.1.jar",
                        "[0.514s][info][class,load] dev.edaworkshop.lab1.Json source: file:/cache/code/0a1b/",
                        "[0.515s][info][class,load] dev.edaworkshop.lab1.Json$$Lambda/0x0001 source: dev.edaworkshop.lab1.Json"));

        assertThat(classes.bySource())
                .isEqualTo(Map.of(
                        "the JDK", 2,
                        "jackson-core-2.22.1.jar", 1,
                        "the lab's own classes", 1,
                        "made while running (lambdas, proxies)", 1));
        assertThat(classes.total()).isEqualTo(5);
    }

    @Test
    void an_icicle_is_as_wide_as_what_was_seen_and_holds_no_markup_but_its_own() {
        String svg = Icicle.svg(
                List.of(new Stack(List.of("[main]", "a/B.<init>"), 3), new Stack(List.of("[main]", "a/C.d"), 1)),
                "start");

        assertThat(svg)
                .contains("<title>a.B.&lt;init&gt;: 75.0 %</title>", "<title>a.C.d: 25.0 %</title>", "width=\"900.00\"")
                .doesNotContain("<init>");
    }

    @ParameterizedTest
    @CsvSource({
        "linux, amd64, linux-x64/libasyncProfiler.so",
        "linux, aarch64, linux-arm64/libasyncProfiler.so",
        "mac os x, aarch64, macos/libasyncProfiler.so",
        "windows 11, amd64, ",
        "linux, riscv64, "
    })
    void a_better_profiler_is_used_where_there_is_one(String system, String architecture, String library) {
        assertThat(AsyncProfiler.resource(system, architecture).orElse(null)).isEqualTo(library);
    }
}
