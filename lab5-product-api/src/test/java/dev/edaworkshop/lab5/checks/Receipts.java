package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the stream processor did from some moment on, by the receipts that it printed, one for each try:
 * {@code Receipt for 23 events: 22 accepted, 1 refused: p-04 (InternalFailure)}.
 */
final class Receipts {

    private static final int SHOWN = 160;

    private final DeployedLab lab;
    private final String processor;
    private final int linesBefore;
    private final long invocationsBefore;

    private Receipts(DeployedLab lab) {
        this.lab = lab;
        processor = lab.output("StreamProcessorFunction");
        linesBefore = lab.log(processor).size();
        invocationsBefore = allInvocations();
    }

    static Receipts from(DeployedLab lab) {
        return new Receipts(lab);
    }

    List<String> all() {
        return lab.log(processor).stream()
                .skip(linesBefore)
                .filter(line -> line.startsWith("Receipt for "))
                .toList();
    }

    List<String> saying(String what) {
        return all().stream().filter(line -> line.contains(what)).toList();
    }

    /** Those of so many events. */
    List<String> of(int events) {
        return all().stream().filter(isOf(events)).toList();
    }

    /** How often Lambda called the function; exact as long as each batch is one record. */
    int invocations() {
        return (int) (allInvocations() - invocationsBefore);
    }

    /** The first of some receipts, to be quoted. */
    static String quoted(List<String> receipts) {
        if (receipts.isEmpty()) {
            return "nothing";
        }
        String first = receipts.getFirst();
        return first.length() > SHOWN ? first.substring(0, SHOWN) + " …" : first;
    }

    private static Predicate<String> isOf(int events) {
        return line -> line.startsWith("Receipt for %d events:".formatted(events));
    }

    private long allInvocations() {
        return lab.journal().stream()
                .filter(hop -> hop.kind() == Kind.INVOKED)
                .map(Hop::to)
                .filter(arn -> arn.endsWith(":function:" + processor))
                .count();
    }
}
