package dev.edaworkshop.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.testkit.build.LabCompiler;
import dev.edaworkshop.testkit.build.LabProject;
import dev.edaworkshop.testkit.exercises.Labs;
import dev.edaworkshop.testkit.synth.Synthesizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The CDK's own command against the local cloud, with every lab.
 *
 * <p>It is not part of the project: say where it is in the environment variable {@code CDK_COMMAND}, such as
 * {@code node_modules/.bin/cdk} after {@code npm install aws-cdk@2.1135.1}. Without it the test is skipped.
 */
class CdkCommandTest {
    @TempDir
    private Path home;

    private final LocalCloud cloud = LocalCloud.start(0);

    @BeforeEach
    void requireCdk() {
        assumeTrue(cdk().isPresent(), "CDK_COMMAND names no program");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    static Stream<Path> solutions() {
        return Labs.solutions(Proofs.repository()).stream();
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void bootstraps_deploys_finds_no_difference_and_destroys(Path solution) throws Exception {
        LabProject lab = LabProject.open(solution);
        new LabCompiler(lab).compile();
        try (Synthesizer synthesizer = new Synthesizer(lab)) {
            String assembly = synthesizer.synthesize().toString();

            run("bootstrap", "aws://" + LocalCloud.ACCOUNT_ID + "/" + LocalCloud.REGION);
            assertThat(run("deploy", "--all", "--app", assembly, "--require-approval", "never"))
                    .contains("CREATE_COMPLETE")
                    .contains("Outputs:");
            assertThat(run("diff", "--app", assembly)).contains("Number of stacks with differences: 0");
            assertThat(run("deploy", "--all", "--app", assembly)).contains("(no changes)");
            run("destroy", "--all", "--app", assembly, "--force");
        }
        assertThat(cloud.account().stacks().stacks()).extracting("name").containsExactly("CDKToolkit");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(cdk().orElseThrow().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HOME", home.toString(),
                        "AWS_ENDPOINT_URL", cloud.endpoint().toString(),
                        "AWS_REGION", LocalCloud.REGION,
                        "AWS_ACCESS_KEY_ID", "anything",
                        "AWS_SECRET_ACCESS_KEY", "goes",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "CDK_DISABLE_CLI_TELEMETRY", "true",
                        "CI", "true",
                        "NO_COLOR", "1"));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s%n%s", String.join(" ", command), said)
                .isZero();
        return said;
    }

    private static Optional<Path> cdk() {
        return Optional.ofNullable(System.getenv("CDK_COMMAND"))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .filter(Files::isExecutable);
    }
}
