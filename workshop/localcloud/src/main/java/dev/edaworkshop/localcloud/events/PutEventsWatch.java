package dev.edaworkshop.localcloud.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sees the PutEvents calls of an account while it is open, and has EventBridge fail to take some of their entries: the
 * call still answers 200.
 *
 * <p>The monitor guards the calls.
 */
public final class PutEventsWatch implements AutoCloseable {
    /** Which entries are not taken, with {@code InternalFailure}. */
    @FunctionalInterface
    public interface Plan {
        /** Everything is taken that would be taken anyway. */
        Plan NONE = (call, entry) -> false;

        /**
         * Whether an entry is refused.
         *
         * @param call since the watch was opened, from 1; calls at the same time are numbered in some order
         * @param entry in its call, from 1
         */
        boolean refuses(int call, int entry);
    }

    /**
     * A call that was well-formed and permitted.
     *
     * @param caller ARN
     */
    public record Call(String caller, List<Entry> entries) {
        public Call {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An event of a call.
     *
     * @param detail JSON, as it was sent
     * @param refused whether the plan refused it
     */
    public record Entry(String source, String detailType, String detail, boolean refused) {}

    private final Plan plan;
    private final Consumer<PutEventsWatch> close;
    private final List<Call> calls = new ArrayList<>();

    PutEventsWatch(Plan plan, Consumer<PutEventsWatch> close) {
        this.plan = plan;
        this.close = close;
    }

    /** The calls so far, in the order of their numbers. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Numbers a call, and decides about its entries; the calls show it at once. */
    synchronized Call decide(String caller, List<Entry> entries) {
        int number = calls.size() + 1;
        List<Entry> decided = new ArrayList<>();
        for (Entry entry : entries) {
            boolean refused = plan.refuses(number, decided.size() + 1);
            decided.add(new Entry(entry.source(), entry.detailType(), entry.detail(), refused));
        }
        Call call = new Call(caller, decided);
        calls.add(call);
        return call;
    }

    @Override
    public void close() {
        close.accept(this);
    }
}
