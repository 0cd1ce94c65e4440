package dev.edaworkshop.localcloud.dynamodb;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Faults that are switched on. */
final class TableFaults {
    private final List<Throttling> throttlings = new CopyOnWriteArrayList<>();

    /** @param actions none for all */
    Fault throttle(String tableName, Set<String> actions, int calls) {
        Throttling throttling = new Throttling(tableName, Set.copyOf(actions), new AtomicInteger(calls));
        throttlings.add(throttling);
        return () -> throttlings.remove(throttling);
    }

    /** @throws AwsException if one of the uses is throttled */
    void check(List<TableUse> uses) {
        boolean throttled = throttlings.stream().anyMatch(throttling -> throttling.hits(uses));
        if (throttled) {
            throw new AwsException(
                    400,
                    Tables.ERROR_PREFIX + "ProvisionedThroughputExceededException",
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.");
        }
    }

    private record Throttling(String tableName, Set<String> actions, AtomicInteger callsLeft) {
        boolean hits(List<TableUse> uses) {
            return uses.stream().anyMatch(this::concerns) && callsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }

        private boolean concerns(TableUse use) {
            return use.tableName().equals(tableName) && (actions.isEmpty() || actions.contains(use.action()));
        }
    }
}
