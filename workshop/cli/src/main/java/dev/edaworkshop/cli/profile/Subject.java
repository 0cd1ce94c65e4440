package dev.edaworkshop.cli.profile;

import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.events.Names;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.cloudformation.CloudAssembly;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.lambda.FunctionConfiguration;
import dev.edaworkshop.localcloud.lambda.InvocationResult;
import dev.edaworkshop.localcloud.lambda.LambdaSettings;
import dev.edaworkshop.localcloud.lambda.ProcessSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The function that is looked at, deployed with its whole stack in a cloud of its own. */
final class Subject implements AutoCloseable {
    private final LocalCloud cloud;
    private final String name;
    private final String event;
    private int starts;

    private Subject(LocalCloud cloud, String name, String event) {
        this.cloud = cloud;
        this.name = name;
        this.event = event;
    }

    /**
     * Deploys the stack.
     *
     * @param function a name, or a part of one that no other function has
     * @throws LabException if there is no such function; the message lists what there is
     */
    static Subject deploy(CloudAssembly assembly, String function, String event, ProcessSettings processes) {
        LocalCloud cloud = LocalCloud.start(0, LambdaSettings.defaults().with(processes), (request, response) -> false);
        try {
            cloud.account().stacks().deploy(assembly, step -> {});
            return new Subject(cloud, find(function, cloud.account()).name(), event);
        } catch (RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private static Function find(String asked, Account account) {
        String part = asked.toLowerCase(Locale.ROOT);
        List<Function> found = account.functions().all().stream()
                .filter(function -> plain(function).contains(part))
                .toList();
        List<Function> exact =
                found.stream().filter(function -> plain(function).equals(part)).toList();
        if (exact.size() == 1 || found.size() == 1) {
            return exact.size() == 1 ? exact.getFirst() : found.getFirst();
        }
        throw new LabException(
                "“%s” is %s.".formatted(asked, found.isEmpty() ? "no function of this lab" : "more than one function"),
                "It has: "
                        + String.join(
                                ", ",
                                account.functions().all().stream()
                                        .map(function -> Names.plain(function.name()))
                                        .sorted()
                                        .toList()),
                "Name one of them.");
    }

    private static String plain(Function function) {
        return Names.plain(function.name()).toLowerCase(Locale.ROOT);
    }

    /** For people. */
    String plainName() {
        return Names.plain(name);
    }

    int memoryMegabytes() {
        return function().configuration().memoryMegabytes();
    }

    /** From now on the function has no process, and the next event starts one. */
    void cool(OptionalInt memoryMegabytes) {
        FunctionConfiguration now = function().configuration();
        Map<String, String> environment = new TreeMap<>(now.environment());
        environment.put("PROFILED_START", String.valueOf(++starts)); // what changes a function ends its processes
        cloud.account()
                .functions()
                .update(new FunctionConfiguration(
                        now.name(),
                        now.roleArn(),
                        now.runtime(),
                        now.handler(),
                        now.code(),
                        environment,
                        memoryMegabytes.orElse(now.memoryMegabytes()),
                        now.timeout(),
                        now.description(),
                        now.deadLetterArn(),
                        now.logGroup(),
                        now.version(),
                        now.layers(),
                        now.recorded(),
                        now.logging()));
    }

    /**
     * Has the function handle the event.
     *
     * @return how long that took, the start of a process included if there was none
     * @throws LabException if the function fails
     */
    Duration handle() {
        long before = System.nanoTime();
        InvocationResult result = function().invoke(event);
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        if (!(result instanceof InvocationResult.Returned)) {
            throw new LabException(
                    "%s fails with the event that it is profiled with.".formatted(plainName()),
                    result.toString(),
                    "Give an event that it can handle: --event FILE.");
        }
        return took;
    }

    /**
     * The function's process.
     *
     * @throws IllegalStateException if it has none, or several
     */
    long pid() {
        String handler = function().configuration().handler();
        List<ProcessHandle> processes = ProcessHandle.current()
                .children()
                .filter(process -> commandLine(process).endsWith(handler))
                .toList();
        if (processes.size() != 1) {
            throw new IllegalStateException("%s has %d processes".formatted(plainName(), processes.size()));
        }
        return processes.getFirst().pid();
    }

    /** Java cuts it on Linux after a page, in the middle of a long class path. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException e) {
            return process.info().commandLine().orElse(""); // another system, or it has just ended
        }
    }

    private Function function() {
        return cloud.account().functions().function(name);
    }

    @Override
    public void close() {
        cloud.close();
    }
}
