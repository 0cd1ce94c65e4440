package dev.edaworkshop.lab3;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.edaworkshop.lab3.contracts.ContractBrokenException;
import dev.edaworkshop.lab3.contracts.Contracts;
import dev.edaworkshop.lab3.given.CatalogueCommand;
import java.time.InstantSource;
import java.util.Map;

/** The catalogue's Lambda entry point: one command in; out comes the name of what was published, or why it was not. */
public final class CatalogueHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Catalogue catalogue;

    /** Called by Lambda, once for each execution environment. */
    public CatalogueHandler() {
        this(new Catalogue(
                new CheckedPublisher(Contracts.ofTheShop(), EventBridgePublisher.fromEnvironment(Catalogue.SOURCE)),
                InstantSource.system()));
    }

    CatalogueHandler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> json, Context context) {
        try {
            return Map.of(
                    "published", catalogue.carryOut(CatalogueCommand.from(json)).name());
        } catch (ContractBrokenException e) {
            // An answer, not a failure: whoever asked has to change something, and to try again would not help.
            System.err.println("Not published: " + e.getMessage());
            return Map.of("refused", String.valueOf(e.getMessage()));
        }
    }
}
