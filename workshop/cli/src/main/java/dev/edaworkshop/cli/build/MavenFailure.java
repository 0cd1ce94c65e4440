package dev.edaworkshop.cli.build;

import dev.edaworkshop.cli.console.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds in Maven's output what matters to somebody who has never seen this build. */
final class MavenFailure {
    private static final Pattern NETWORK = Pattern.compile(
            "Could not transfer|Unknown host|UnknownHost|Connection refused|timed out|offline mode"
                    + "|has not been downloaded|was not found in .* during a previous attempt|PKIX path|Network is unreachable");
    private static final Pattern COMPILER = Pattern.compile("\\[ERROR] (/?\\S.*\\.java:\\[\\d+,\\d+].*)");
    private static final Pattern RULE = Pattern.compile("(?:\\[ERROR] )?((?:The workshop needs|Maven itself must) .+)");
    private static final Pattern TOOLCHAIN = Pattern.compile("(?i)cannot find matching toolchain|no toolchain");
    private static final Pattern NOISE = Pattern.compile("\\[ERROR]\\s*(-> )?(\\[Help \\d+].*)?"
            + "|.*(Re-run Maven|For more information about the errors|To see the full stack).*");
    private static final int LINES_SHOWN = 6;

    private MavenFailure() {}

    static LabException explain(List<String> output, Path root, Path log) {
        String whole = "The whole output is in " + log + ".";
        List<String> compilerErrors =
                matches(output, COMPILER).map(line -> shorten(line, root)).toList();
        if (!compilerErrors.isEmpty()) {
            return new LabException(
                    "The workshop does not compile.",
                    listed(compilerErrors) + "\n" + whole,
                    "Undo or mend the change there (git diff shows yours), and run the same command again.");
        }
        List<String> rules = matches(output, RULE).toList();
        if (!rules.isEmpty()) {
            return new LabException("Maven refused to build.", listed(rules), whole);
        }
        if (output.stream().anyMatch(line -> TOOLCHAIN.matcher(line).find())) {
            return new LabException(
                    "Maven found no JDK 25 to compile with.", whole, "Set JAVA_HOME to a JDK 25, or run ./lab doctor.");
        }
        List<String> network = output.stream()
                .filter(line ->
                        line.startsWith("[ERROR]") && NETWORK.matcher(line).find())
                .map(MavenFailure::withoutLevel)
                .toList();
        if (!network.isEmpty()) {
            return new LabException(
                    "Maven could not fetch what the build needs: no network, or no way through it.",
                    listed(network.subList(0, 1)) + "\n" + whole,
                    "Connect once to the internet and run the same command again; later builds work offline."
                            + " Behind a company proxy or mirror, tell Maven in ~/.m2/settings.xml.");
        }
        List<String> errors = output.stream()
                .filter(line ->
                        line.startsWith("[ERROR]") && !NOISE.matcher(line).matches())
                .map(MavenFailure::withoutLevel)
                .toList();
        return new LabException(
                "Maven could not build the workshop.",
                (errors.isEmpty() ? "It gave no reason." : listed(errors)) + "\n" + whole,
                "Read the log from its first [ERROR] on; ./lab doctor tells whether something is missing here.");
    }

    private static Stream<String> matches(List<String> output, Pattern pattern) {
        return output.stream()
                .map(pattern::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    private static String withoutLevel(String line) {
        String text = line.substring("[ERROR]".length()).strip();
        int help = text.indexOf(" -> [Help");
        return help < 0 ? text : text.substring(0, help);
    }

    /** Paths from the project's folder on, with forward slashes as Maven prints them. */
    private static String shorten(String line, Path root) {
        String prefix = root.toString().replace('\\', '/') + "/";
        int start = line.indexOf(prefix);
        return start < 0 ? line : line.substring(start + prefix.length());
    }

    private static String listed(List<String> lines) {
        List<String> distinct = lines.stream().distinct().toList();
        String shown = distinct.stream().limit(LINES_SHOWN).collect(Collectors.joining("\n"));
        int more = distinct.size() - LINES_SHOWN;
        return more > 0 ? shown + "\n… and " + more + " more" : shown;
    }
}
