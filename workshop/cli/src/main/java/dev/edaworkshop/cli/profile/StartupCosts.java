package dev.edaworkshop.cli.profile;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a start consists of, read from its stacks. */
final class StartupCosts {
    private static final Pattern SDK_CLIENT =
            Pattern.compile("software/amazon/awssdk/services/(\\w+)/Default\\w*Client\\w*\\..*");
    private static final Pattern CLASS_LOADING =
            Pattern.compile(".*(ClassLoader\\.(loadClass|findClass|defineClass\\d?)|BuiltinClassLoader\\..*"
                    + "|SystemDictionary::.*|ClassFileParser::.*|Class\\.forName.*)");

    private final List<Stack> main;
    private final List<Stack> all;

    StartupCosts(List<Stack> stacks) {
        all = List.copyOf(stacks);
        main = stacks.stream().filter(Stack::isMain).toList();
    }

    /**
     * A part of the start.
     *
     * @param share of all that was seen, 0 to 1
     */
    record Cost(String what, double share) {}

    /** Static initialisers, with all that they called. */
    List<Cost> staticInitialisers() {
        return costs(frame -> frame.endsWith(".<clinit>")
                ? Optional.of(frame.substring(0, frame.length() - ".<clinit>".length())
                        .replace('/', '.'))
                : Optional.empty());
    }

    /** Clients of AWS's services, by service: building them and using them. */
    List<Cost> sdkClients() {
        return costs(frame -> {
            Matcher match = SDK_CLIENT.matcher(frame);
            return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
        });
    }

    /** Whose code was at work, the JDK counted to whoever called it. */
    List<Cost> libraries() {
        Map<String, Long> counts = new TreeMap<>();
        main.forEach(stack -> counts.merge(library(stack), stack.samples(), Long::sum));
        return sorted(counts);
    }

    /** Finding, reading and linking classes, whoever needed them. */
    double classLoading() {
        return share(main.stream()
                .filter(stack -> stack.frames().stream()
                        .anyMatch(frame -> CLASS_LOADING.matcher(frame).matches()))
                .mapToLong(Stack::samples)
                .sum());
    }

    /** What the JVM did beside: compiling, collecting garbage, its own start. */
    double besides() {
        return share(all.stream()
                .filter(stack -> !stack.isMain())
                .mapToLong(Stack::samples)
                .sum());
    }

    private List<Cost> costs(Function<String, Optional<String>> named) {
        Map<String, Long> counts = new TreeMap<>();
        for (Stack stack : main) {
            Set<String> once = new HashSet<>();
            for (String frame : stack.frames()) {
                named.apply(frame).filter(once::add).ifPresent(name -> counts.merge(name, stack.samples(), Long::sum));
            }
        }
        return sorted(counts);
    }

    private List<Cost> sorted(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Cost(entry.getKey(), share(entry.getValue())))
                .sorted(Comparator.comparingDouble(Cost::share).reversed().thenComparing(Cost::what))
                .toList();
    }

    private double share(long samples) {
        long total = all.stream().mapToLong(Stack::samples).sum();
        return total == 0 ? 0 : (double) samples / total;
    }

    private static String library(Stack stack) {
        for (String frame : stack.frames().reversed()) {
            if (frame.startsWith("software/amazon/awssdk/")) {
                return "AWS SDK";
            }
            if (frame.startsWith("com/fasterxml/jackson/") || frame.startsWith("tools/jackson/")) {
                return "Jackson";
            }
            if (frame.startsWith("com/amazonaws/services/lambda/")) {
                return "Lambda's serialization";
            }
            if (frame.startsWith("dev/edaworkshop/localcloud/")) {
                return "the runtime's loop";
            }
            if (frame.startsWith("dev/edaworkshop/")) {
                return "the lab's own code";
            }
            if (frame.matches("(java|javax|jdk|sun|com/sun)/.*")) {
                continue;
            }
            if (frame.matches("[a-z]+(/[a-zA-Z_]\\w*)+\\..*")) {
                return frame.split("/")[0] + "." + frame.split("/")[1];
            }
        }
        return "the JVM and the JDK by themselves";
    }
}
