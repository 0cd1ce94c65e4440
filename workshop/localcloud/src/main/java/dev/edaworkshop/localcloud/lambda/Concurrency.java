package dev.edaworkshop.localcloud.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many invocations of an account may be at work at a time, and which part of that belongs to which function.
 *
 * <p>Its monitor guards everything.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html">Reserved concurrency</a>
 */
final class Concurrency {
    /** Of an account in one region. */
    static final int LIMIT = 1000;

    private static final int MIN_UNRESERVED = 100;

    private final Map<String, Integer> reserved = new HashMap<>();
    private final Map<String, Integer> atWork = new HashMap<>();

    /**
     * Sets a part aside for the function, which then has no more than that.
     *
     * @param executions 0 stops the function
     * @throws dev.edaworkshop.localcloud.wire.AwsException if too little were left for the others
     */
    synchronized void reserve(String function, int executions) {
        LambdaErrors.checkRange(executions, "reservedConcurrentExecutions", 0, Integer.MAX_VALUE);
        if (unreserved() + reserved.getOrDefault(function, 0) - executions < MIN_UNRESERVED) {
            throw LambdaErrors.invalidParameter(
                    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
                            .formatted(MIN_UNRESERVED));
        }
        reserved.put(function, executions);
    }

    synchronized void release(String function) {
        reserved.remove(function);
    }

    synchronized Optional<Integer> reserved(String function) {
        return Optional.ofNullable(reserved.get(function));
    }

    /** What all functions without a part of their own share. */
    synchronized int unreserved() {
        return LIMIT - reserved.values().stream().mapToInt(part -> part).sum();
    }

    /**
     * An invocation begins.
     *
     * @throws dev.edaworkshop.localcloud.wire.AwsException {@code TooManyRequestsException}
     */
    synchronized Slot enter(String function) {
        Integer part = reserved.get(function);
        if (part != null && atWork.getOrDefault(function, 0) >= part) {
            throw LambdaErrors.throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
        }
        if (part == null && unreservedAtWork() >= unreserved()) {
            throw LambdaErrors.throttled("ConcurrentInvocationLimitExceeded");
        }
        atWork.merge(function, 1, Integer::sum);
        return () -> leave(function);
    }

    synchronized int atWork(String function) {
        return atWork.getOrDefault(function, 0);
    }

    private synchronized void leave(String function) {
        atWork.computeIfPresent(function, (name, count) -> count == 1 ? null : count - 1);
    }

    private int unreservedAtWork() {
        return atWork.entrySet().stream()
                .filter(entry -> !reserved.containsKey(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** An invocation at work; closing it ends it. */
    interface Slot extends AutoCloseable {
        @Override
        void close();
    }
}
