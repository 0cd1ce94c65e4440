package dev.edaworkshop.lab2;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import dev.edaworkshop.lab2.given.Catalogue;
import dev.edaworkshop.lab2.given.CatalogueCommand;
import dev.edaworkshop.lab2.given.ProductEvent;
import dev.edaworkshop.lab2.given.SnsEventPublisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The catalogue's Lambda entry point: one command in, the names and ids of the published events out. */
public final class CatalogueHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {

    private final Catalogue catalogue;

    /** Called by Lambda, once for each execution environment. */
    public CatalogueHandler() {
        this(new Catalogue(
                new SnsEventPublisher(
                        SnsClient.builder()
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build(),
                        SnsEventPublisher.topicsIn(System.getenv()),
                        EventAttributes::of),
                InstantSource.system()));
    }

    CatalogueHandler(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> json, Context context) {
        List<ProductEvent> published = catalogue.carryOut(CatalogueCommand.from(json));
        return Map.of(
                "published", published.stream().map(CatalogueHandler::summary).toList());
    }

    private static Map<String, String> summary(ProductEvent event) {
        return Map.of("event_id", event.eventId(), "event_name", event.eventName());
    }
}
