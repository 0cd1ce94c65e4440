package dev.edaworkshop.cli.verdicts;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.testkit.run.Timings;
import dev.edaworkshop.testkit.run.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says where the time of a round went. */
public final class TimingsPrinter {
    private TimingsPrinter() {}

    /** @param prepared the way to the first check */
    public static void print(Timings prepared, List<Verdict> verdicts, Console console) {
        Timings all = verdicts.stream().map(Verdict::timings).reduce(prepared, Timings::plus);
        console.line(line(all));
    }

    /** {@code 0.42 s: compile 80 ms, synth 140 ms, …} */
    public static String line(Timings timings) {
        String phases = timings.phases().entrySet().stream()
                .map(phase -> "%s %d ms"
                        .formatted(
                                phase.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                phase.getValue().toMillis()))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%.2f s: %s", timings.total().toMillis() / 1000.0, phases);
    }
}
