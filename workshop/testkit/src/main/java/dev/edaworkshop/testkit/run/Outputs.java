package dev.edaworkshop.testkit.run;

import dev.edaworkshop.testkit.Red;
import java.util.Map;
import java.util.TreeSet;

/** Stack outputs, by which checks find what they look at. */
final class Outputs {
    private Outputs() {}

    static String required(Map<String, String> outputs, String name) {
        String value = outputs.get(name);
        if (value == null) {
            throw Red.because(
                    "missing-output",
                    "the stack to have the output %s, by which the check finds what it looks at".formatted(name),
                    outputs.isEmpty()
                            ? "the stack has no outputs"
                            : "the stack has the outputs %s. Was it renamed?".formatted(new TreeSet<>(outputs.keySet())));
        }
        return value;
    }
}
