package dev.edaworkshop.localcloud.lambda;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.logs.LogStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes processes the execution environments of an account's functions. */
final class Launcher {
    private static final int MOST_GUESSES = 3;

    private final AccountContext account;
    private final LambdaHost host;
    private final StartWait startWait = new StartWait();
    private final AtomicInteger guesses = new AtomicInteger();

    Launcher(AccountContext account, LambdaHost host) {
        this.account = account;
        this.host = host;
    }

    /** The code as it is now. */
    Code read(FunctionConfiguration function) {
        return Code.read(function.code(), host.store(), host.codeCopies()).with(function.layers(), host.store());
    }

    StartWait startWait() {
        return startWait;
    }

    /**
     * Whether an environment should be there before it is asked for: if one was used the last time, or nobody knows yet. Of
     * those that nobody knows a stack may have many; starting all of them would only keep the machine busy.
     */
    boolean isWorthPrewarming(FunctionConfiguration function, Code code) {
        return host.processes().ahead() && isLikelyUsed(function, code);
    }

    private boolean isLikelyUsed(FunctionConfiguration function, Code code) {
        return host.spares()
                .lastOneServed(Blueprint.of(function, code, account))
                .orElseGet(() -> guesses.getAndIncrement() < MOST_GUESSES);
    }

    /** Whether a process is usually there already; whoever deploys again and again needs them elsewhere. */
    boolean keepsSpares() {
        return host.spares().areKept();
    }

    /**
     * Takes a process, which will ask the pool for work.
     *
     * @throws IOException if there is no such program, or no process to be had
     */
    void launch(EnvironmentPool pool) throws IOException {
        FunctionConfiguration function = pool.configuration();
        Blueprint blueprint = Blueprint.of(function, pool.code(), account);
        StartedProcess process = host.spares().take(blueprint);
        LogStream log = account.logs().group(function.logGroup()).stream(process.logStream());
        account.accessKeys()
                .assign(
                        process.accessKey(),
                        new Principal.AssumedRole(
                                account.accountId(), Roles.name(function.roleArn()), function.name()));
        Environment environment = new Environment(process.id(), pool, log);
        pool.launched(environment);
        environment.attach(
                process.process(),
                host.client().marksOutput(),
                process.recording().isPresent(),
                () -> {
                    account.accessKeys().revoke(process.accessKey());
                    host.spares().ended(process, blueprint, environment.hasServed());
                });
        if (pool.isRetired()) {
            environment.kill();
        }
        host.runtimeApi().add(environment);
    }
}
