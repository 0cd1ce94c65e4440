package dev.edaworkshop.cli.playground;

import dev.edaworkshop.cli.console.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where an event can be sent to. */
public sealed interface Target {
    /** An ARN, a URL, or the name of a bus. */
    String address();

    record Topic(String address) implements Target {}

    record Queue(String address) implements Target {}

    record Bus(String address) implements Target {}

    /**
     * The one that is meant.
     *
     * @param asked an ARN, a URL, or an output of the stack or part of its name; empty chooses by the event
     * @param event {@code product_created} goes to the topic of that name, or else to the only bus
     */
    static Target choose(String asked, String event, Map<String, String> outputs) {
        Optional<Target> exact = of(asked);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Target> found = new ArrayList<>();
        outputs.forEach((name, value) -> of(name, value)
                .filter(target -> asked.isEmpty()
                        ? carries(target, name, event)
                        : plain(name).contains(plain(asked)))
                .filter(target -> !found.contains(target))
                .ifPresent(found::add));
        if (found.isEmpty() && asked.isEmpty()) {
            outputs.entrySet().stream()
                    .flatMap(output -> of(output.getKey(), output.getValue()).stream())
                    .filter(Bus.class::isInstance)
                    .distinct()
                    .forEach(found::add);
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new LabException(
                (found.isEmpty() ? "Nothing" : "More than one topic, queue or bus")
                        + " of the running lab is meant by %s.".formatted(asked.isEmpty() ? event : "“" + asked + "”"),
                "Its stack tells of: %s.".formatted(String.join(", ", names(outputs))),
                "Name one of them with --to, or give an ARN.");
    }

    private static Optional<Target> of(String value) {
        if (value.startsWith("arn:aws:sns:")) {
            return Optional.of(new Topic(value));
        }
        if (value.startsWith("arn:aws:events:") && value.contains(":event-bus/")) {
            return Optional.of(new Bus(value));
        }
        return value.matches("https?://.+/\\d{12}/.+") ? Optional.of(new Queue(value)) : Optional.empty();
    }

    /** Stacks tell of a bus by its name, as CDK and AWS's own examples do. */
    private static Optional<Target> of(String output, String value) {
        return output.endsWith("BusName") ? Optional.of(new Bus(value)) : of(value);
    }

    private static boolean carries(Target target, String output, String event) {
        return target instanceof Topic && plain(output).startsWith(plain(event) + "topic");
    }

    private static Set<String> names(Map<String, String> outputs) {
        Set<String> names = new TreeSet<>();
        outputs.forEach((name, value) -> of(name, value).ifPresent(target -> names.add(name)));
        return names;
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
