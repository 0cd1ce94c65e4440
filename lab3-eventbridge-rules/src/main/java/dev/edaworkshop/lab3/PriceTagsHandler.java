package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Lambda entry point of the price tags: hears of new products and of new prices. */
public final class PriceTagsHandler implements RequestHandler<Map<String, Object>, @Nullable Void> {

    private final PriceTags priceTags;

    /** Called by Lambda, once for each execution environment. */
    public PriceTagsHandler() {
        this(new PriceTags(System.out::println));
    }

    PriceTagsHandler(PriceTags priceTags) {
        this.priceTags = priceTags;
    }

    @Override
    public @Nullable Void handleRequest(Map<String, Object> event, Context context) {
        priceTags.handle(ShopEvent.received(event));
        return null;
    }
}
