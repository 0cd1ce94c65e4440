package dev.edaworkshop.localcloud.lambda;

import java.util.Optional;

/** Says what the result of an invocation means for the events it carried. */
@FunctionalInterface
interface Judgement {
    /** Every event shares the fate of the invocation. */
    Judgement ALL_OR_NOTHING = result ->
            event -> result instanceof InvocationResult.Failed failed ? Optional.of(failed.reason()) : Optional.empty();

    Verdict judge(InvocationResult result);

    /** What became of the events. */
    interface Verdict {
        /** Why the event is not done; empty if it is. */
        Optional<String> failure(CarriedEvent event);
    }
}
