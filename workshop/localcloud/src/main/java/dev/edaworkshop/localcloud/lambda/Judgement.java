package dev.edaworkshop.localcloud.lambda;

import java.util.Optional;

/** What the result of an invocation means for each of the events it carried. */
@FunctionalInterface
interface Judgement {
    /** Every event shares the fate of the invocation. */
    Judgement ALL_OR_NOTHING =
            (event, result) -> result instanceof InvocationResult.Failed failed ? Optional.of(failed.reason()) : Optional.empty();

    /** Why the event is not done; empty if it is. */
    Optional<String> failure(CarriedEvent event, InvocationResult result);
}
