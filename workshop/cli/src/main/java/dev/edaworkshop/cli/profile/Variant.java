package dev.edaworkshop.cli.profile;

import dev.edaworkshop.localcloud.lambda.ProcessSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One way to run a function.
 *
 * @param name for the table
 * @param means what it stands for in AWS
 * @param memoryMegabytes instead of what the stack says
 * @param primed whether the start is over, and one event has been handled, before the clock runs
 */
record Variant(String name, String means, ProcessSettings processes, OptionalInt memoryMegabytes, boolean primed) {
    private static final String ONE_CORE = "-XX:ActiveProcessorCount=1";
    private static final List<String> QUICK = ProcessSettings.QUICK_START;

    /** What the others are compared with. */
    static Variant defaults() {
        return new Variant(
                "default flags",
                "the JVM as it comes: all compilers, a garbage collector chosen by the size of the machine",
                new ProcessSettings(List.of(), false, false),
                OptionalInt.empty(),
                false);
    }

    static Variant quickCompiler() {
        return new Variant(
                "quick compiler only",
                "-XX:TieredStopAtLevel=1, as Lambda sets it, and the serial collector",
                new ProcessSettings(QUICK, false, false),
                OptionalInt.empty(),
                false);
    }

    static Variant archive() {
        return new Variant(
                "AOT cache",
                "the same, with the libraries' classes loaded and linked ahead of time",
                new ProcessSettings(QUICK, true, false),
                OptionalInt.empty(),
                false);
    }

    /** In the order of the table. */
    static List<Variant> all() {
        return List.of(
                defaults(),
                quickCompiler(),
                archive(),
                new Variant(
                        "AOT cache, primed",
                        "as with SnapStart: started, and one event handled, before the snapshot; without the time to restore it",
                        archive().processes(),
                        OptionalInt.empty(),
                        true),
                new Variant(
                        "AOT cache, one core",
                        "a function with up to 1,769 MB has at most one",
                        onOneCore(),
                        OptionalInt.empty(),
                        false),
                new Variant(
                        "AOT cache, one core, 128 MB",
                        "the smallest heap; in AWS also a fourteenth of a core, which is not imitated here",
                        onOneCore(),
                        OptionalInt.of(128),
                        false),
                new Variant(
                        "AOT cache, one core, 1 GB",
                        "in AWS six tenths of a core",
                        onOneCore(),
                        OptionalInt.of(1024),
                        false));
    }

    private static ProcessSettings onOneCore() {
        List<String> flags = new ArrayList<>(QUICK);
        flags.add(ONE_CORE);
        return new ProcessSettings(flags, true, false);
    }
}
