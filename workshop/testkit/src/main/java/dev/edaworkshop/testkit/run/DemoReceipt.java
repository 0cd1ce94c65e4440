package dev.edaworkshop.testkit.run;

import java.util.List;

/**
 * Who received what.
 *
 * @param troubles what went wrong on the way, in words; empty if nothing did
 */
public record DemoReceipt(List<FactReceipt> facts, List<String> troubles) {
    public DemoReceipt {
        facts = List.copyOf(facts);
        troubles = List.copyOf(troubles);
    }

    /** Whether every expected delivery happened, once, and no other. */
    public boolean isAsExpected() {
        return facts.stream().allMatch(FactReceipt::isAsExpected);
    }

    public int deliveries() {
        return facts.stream()
                .flatMap(fact -> fact.receivers().stream())
                .mapToInt(ReceiverReceipt::received)
                .sum();
    }

    /** One kind of event. */
    public record FactReceipt(String fact, int expected, int published, List<ReceiverReceipt> receivers) {
        public FactReceipt {
            receivers = List.copyOf(receivers);
        }

        public boolean isAsExpected() {
            return expected == published && receivers.stream().allMatch(ReceiverReceipt::isAsExpected);
        }
    }

    /**
     * @param twice how many of the received ones had been received before
     * @param because why nothing is expected; empty if something is
     */
    public record ReceiverReceipt(String name, int expected, int received, int twice, String because) {
        public boolean isAsExpected() {
            return expected == received && twice == 0;
        }
    }
}
