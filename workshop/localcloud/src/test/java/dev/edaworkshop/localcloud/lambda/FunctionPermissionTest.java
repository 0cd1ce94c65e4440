package dev.edaworkshop.localcloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.lambda.handlers.Publisher;
import dev.edaworkshop.localcloud.sns.Topic;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a function does with the AWS SDK in its own process is decided by its role. */
class FunctionPermissionTest {
    private static final List<String> LIBRARIES =
            List.of("/software/amazon/", "/org/reactivestreams/", "/org/slf4j/slf4j-api/", "/aws-lambda-java-core/");

    /** Which need libraries of their own. */
    private static final List<String> OTHER_HTTP_CLIENTS = List.of("/apache-client/", "/netty-nio-client/");

    private final LocalCloud cloud = TestFunctions.startCloud();
    private final Account account = cloud.account();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void a_call_needs_a_grant() throws IOException {
        Topic topic = account.topics().create("orders", Map.of());
        Function publisher = account.functions()
                .create(TestFunctions.aFunction(account, Publisher.class)
                        .code(codeWithSdk())
                        .memoryMegabytes(256)
                        .timeout(Duration.ofSeconds(30))
                        .build());

        InvocationResult denied = publisher.invoke("\"" + topic.arn() + "\"");

        assertThat(denied).isInstanceOfSatisfying(InvocationResult.Failed.class, failed -> {
            assertThat(failed.errorType())
                    .isEqualTo("software.amazon.awssdk.services.sns.model.AuthorizationErrorException");
            assertThat(failed.errorMessage())
                    .startsWith(
                            "User: arn:aws:sts::000000000000:assumed-role/Worker/Publisher is not authorized to perform: SNS:Publish on resource: "
                                    + topic.arn()
                                    + " because no identity-based policy allows the SNS:Publish action");
        });
        assertThat(account.journal().hops()).extracting(Hop::kind).contains(Hop.Kind.DENIED);

        TestFunctions.allow(account, "sns:Publish", topic.arn());

        assertThat(publisher.invoke("\"" + topic.arn() + "\"")).isInstanceOf(InvocationResult.Returned.class);
    }

    /** The handlers, and the libraries of this test that belong to the AWS SDK. */
    private static Path codeWithSdk() throws IOException {
        Path directory = Path.of("target", "function-with-sdk").toAbsolutePath();
        String handler = Publisher.class.getName().replace('.', '/') + ".class";
        copy(Path.of("target", "test-classes").resolve(handler), directory.resolve(handler));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<Path> jars = Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(jar -> LIBRARIES.stream().anyMatch(jar.replace('\\', '/')::contains))
                .filter(jar -> OTHER_HTTP_CLIENTS.stream().noneMatch(jar.replace('\\', '/')::contains))
                .map(Path::of)
                .toList();
        for (Path jar : jars) {
            copy(jar, directory.resolve("lib").resolve(jar.getFileName()));
        }
        return directory;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
