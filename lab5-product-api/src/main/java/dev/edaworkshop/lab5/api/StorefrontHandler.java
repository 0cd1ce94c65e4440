package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.edaworkshop.lab5.product.Catalogue;
import dev.edaworkshop.lab5.storage.ProductStores;
import java.time.InstantSource;

/** The catalogue for customers: they may look. */
public final class StorefrontHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Catalogue catalogue;
    private final Listing listing;
    private final Edge edge;

    /** Called by Lambda, once for each execution environment. */
    public StorefrontHandler() {
        this(
                new Catalogue(ProductStores.fromEnvironment(System.getenv()), InstantSource.system()),
                new RequestLog("storefront", System.out::println, InstantSource.system()));
    }

    StorefrontHandler(Catalogue catalogue, RequestLog log) {
        this.catalogue = catalogue;
        this.listing = new Listing(catalogue);
        this.edge = new Edge(log);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return edge.handle(event, context, this::answer);
    }

    private Answer answer(Request request) {
        return switch (request.route()) {
            case "GET /products" -> listing.answer(request, StorefrontView::of);
            case "GET /products/{id}" -> Answer.json(200, StorefrontView.of(catalogue.find(request.productId())));
            default -> throw new IllegalStateException("The storefront has no route " + request.route());
        };
    }
}
