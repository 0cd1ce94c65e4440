package dev.edaworkshop.lab5.pipeline;

import java.util.List;

/** Where the stream processor says what happened. It knows neither envelopes nor buses; a test passes a fake. */
public interface EventHandler {

    /**
     * Announces facts, in their order.
     *
     * @return names each fact that was not accepted
     */
    PublishReceipt announce(List<ProductFact> facts);
}
