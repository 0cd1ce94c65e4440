package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.logs.LogStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final LambdaHost host;

    Launcher(AccountContext account, LambdaHost host) {
        this.account = account;
        this.host = host;
    }

    /** The code as it is now. */
    Code read(FunctionConfiguration function) {
        return Code.read(function.code(), host.store()).with(function.layers(), host.store());
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
                "%s/[%s]%s".formatted(DAY.format(account.clock().instant()), function.version(), id));
        String accessKey = account.accessKeys()
                .issue(new Principal.AssumedRole(account.accountId(), Roles.name(function.roleArn()), function.name()));
        List<Path> libraries = Stream.concat(host.runtimeJars().stream(), pool.code().libraries().stream())
                .toList();
        AotCache.Start start = host.aotCache().start(libraries, QUICK_START, function.handler());
        ProcessBuilder builder = new ProcessBuilder(command(function, libraries, start.options()))
                .directory(function.code().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        String runtimeApi = host.runtimeApi().address(account.endpoint(), id);
        builder.environment().putAll(EnvironmentVariables.of(function, account, runtimeApi, accessKey, log.name()));
        Environment environment = new Environment(id, pool, log);
        Runnable whenEnded = () -> {
            host.runtimeApi().remove(environment);
            account.accessKeys().revoke(accessKey);
            start.recording().ifPresent(recording -> {
                if (environment.hasServed()) {
                    host.aotCache().recorded(recording, libraries, QUICK_START, function.handler());
                } else {
                    host.aotCache().discard(recording);
                }
            });
        };
        host.runtimeApi().add(environment);
        pool.launched(environment);
        try {
            environment.attach(
                    builder.start(),
                    host.client().marksOutput(),
                    start.recording().isPresent(),
                    whenEnded);
        } catch (IOException e) {
            whenEnded.run();
            pool.exited(environment);
            throw e;
        }
        if (pool.isRetired()) {
            environment.kill();
        }
    }

    private List<String> command(FunctionConfiguration function, List<Path> libraries, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(host.java().toString());
        command.addAll(QUICK_START);
        command.addAll(options);
        command.add("-Xmx%dk".formatted((long) (function.memoryMegabytes() * 1024 * HEAP_SHARE)));
        // On every system as in Lambda.
        command.add("-Dstdout.encoding=UTF-8");
        command.add("-Dstderr.encoding=UTF-8");
        command.add("-Duser.timezone=UTC");
        // The classes come last, so that what precedes them is the same after an edit, and an archive still fits.
        command.addAll(List.of("-cp", AotCache.classPath(libraries) + File.pathSeparator + function.code()));
        command.add(host.client().mainClass());
        command.add(function.handler());
        return command;
    }
}
