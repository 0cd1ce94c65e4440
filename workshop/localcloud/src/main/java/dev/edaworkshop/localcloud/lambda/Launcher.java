package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.lambda.bootstrap.Bootstrap;
import dev.edaworkshop.localcloud.logs.LogStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts the processes of functions. */
final class Launcher {
    /** What Lambda leaves to the heap of a function's memory, the rest being the JVM's own. */
    private static final double HEAP_SHARE = 0.85;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    /** Short-lived processes: the quick compiler only, as in Lambda, and no threads for a garbage collector. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final AccountContext account;
    private final LambdaSettings settings;
    private final RuntimeApi runtimeApi;
    private final ContentStore store;
    private List<Path> runtimeJars = List.of();

    Launcher(AccountContext account, LambdaSettings settings, RuntimeApi runtimeApi) {
        this.account = account;
        this.settings = settings;
        this.runtimeApi = runtimeApi;
        store = new ContentStore(settings.cacheDirectory().resolve("files"));
    }

    Code read(Path codeDirectory) {
        return Code.read(codeDirectory, store);
    }

    /**
     * Starts a process, which will ask the pool for work.
     *
     * @throws IOException if there is no such program, or no process to be had
     */
    void launch(EnvironmentPool pool) throws IOException {
        FunctionConfiguration function = pool.configuration();
        String id = UUID.randomUUID().toString().replace("-", "");
        LogStream log = account.logs().group(function.logGroup()).stream(
                "%s/[%s]%s".formatted(DAY.format(account.clock().instant()), Function.LATEST, id));
        String accessKey = account.accessKeys()
                .issue(new Principal.AssumedRole(account.accountId(), Roles.name(function.roleArn()), function.name()));
        ProcessBuilder builder = new ProcessBuilder(command(function, pool.code()))
                .directory(function.code().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(EnvironmentVariables.of(
                        function, account, runtimeApi.address(account.endpoint(), id), accessKey, log.name()));
        Environment environment = new Environment(id, pool, log);
        runtimeApi.add(environment);
        pool.launched(environment);
        try {
            environment.attach(builder.start(), true, () -> ended(environment, accessKey));
        } catch (IOException e) {
            ended(environment, accessKey);
            pool.exited(environment);
            throw e;
        }
        if (pool.isRetired()) {
            environment.kill();
        }
    }

    private void ended(Environment environment, String accessKey) {
        runtimeApi.remove(environment);
        account.accessKeys().revoke(accessKey);
    }

    private List<String> command(FunctionConfiguration function, Code code) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(QUICK_START);
        command.add("-Xmx%dk".formatted((long) (function.memoryMegabytes() * 1024 * HEAP_SHARE)));
        // On every system as in Lambda.
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Duser.timezone=UTC");
        command.add("-cp");
        command.add(classPath(code));
        command.add(Bootstrap.class.getName());
        command.add(function.handler());
        return command;
    }

    /** The classes come last, so that what precedes them is the same after an edit, and an AOT cache still fits. */
    private String classPath(Code code) throws IOException {
        return Stream.of(runtimeJars(), code.libraries(), List.of(code.directory()))
                .flatMap(List::stream)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private synchronized List<Path> runtimeJars() throws IOException {
        if (runtimeJars.isEmpty()) {
            runtimeJars = RuntimeJars.in(store);
        }
        return runtimeJars;
    }

    private Path java() throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path java = settings.javaHome().resolve("bin").resolve(windows ? "java.exe" : "java");
        if (!Files.isExecutable(java)) {
            throw new IOException("%s is no program; functions need a JDK 25 or newer".formatted(java));
        }
        return java;
    }
}
