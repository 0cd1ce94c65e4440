package dev.edaworkshop.localcloud.lambda;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Role;
import dev.edaworkshop.localcloud.lambda.handlers.Echo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.time.DateTime;

/** A local cloud for tests of functions, and the code directory with the handlers that the tests use. */
final class TestFunctions {
    static final LambdaSettings SETTINGS = new LambdaSettings(
            Path.of(System.getProperty("java.home")),
            Path.of("target", "lambda-cache").toAbsolutePath());
    static final Path CODE = codeDirectory();
    static final String ROLE_ARN = "arn:aws:iam::000000000000:role/Worker";

    private TestFunctions() {}

    static LocalCloud startCloud() {
        return LocalCloud.start(0, SETTINGS, (request, response) -> false);
    }

    /** A function of 10 seconds whose role may do nothing yet. */
    static FunctionConfiguration.Builder aFunction(Account account, Class<?> handler) {
        account.context()
                .iam()
                .putRole(new Role("Worker", ROLE_ARN, trustOf("lambda.amazonaws.com"), Map.of(), Optional.empty()));
        return FunctionConfiguration.of(handler.getSimpleName())
                .role(ROLE_ARN)
                .handler(handler.getName())
                .code(CODE)
                .timeout(java.time.Duration.ofSeconds(10));
    }

    static void allow(Account account, String action, String resource) {
        account.context().iam().putRolePolicy("Worker", action, Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "%s", "Resource": "%s"}]}""".formatted(action, resource)));
    }

    static Policy trustOf(String service) {
        return Policy.parse("""
                {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "%s"}}]}""".formatted(service));
    }

    /** The handlers' classes, and the libraries of their events. */
    private static Path codeDirectory() {
        try {
            Path directory = Path.of("target", "function").toAbsolutePath();
            String handlers = Echo.class.getPackageName().replace('.', '/');
            copyAll(location(Echo.class).resolve(handlers), directory.resolve(handlers));
            for (Class<?> ofLibrary : new Class<?>[] {SQSEvent.class, DateTime.class}) {
                Path jar = location(ofLibrary);
                copy(jar, directory.resolve("lib").resolve(jar.getFileName()));
            }
            return directory;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            files.forEach(file -> copy(file, to.resolve(file.getFileName())));
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.write(to, Files.readAllBytes(from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
