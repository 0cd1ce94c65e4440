package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.edaworkshop.lab5.product.Catalogue;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.Written;
import dev.edaworkshop.lab5.product.Written.Outcome;
import dev.edaworkshop.lab5.storage.ProductStores;
import java.time.InstantSource;
import java.util.OptionalLong;

/** The catalogue for the back office: its people may look at everything, and change it. */
public final class AdminHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Catalogue catalogue;
    private final Listing listing;
    private final Edge edge;

    /** Called by Lambda, once for each execution environment. */
    public AdminHandler() {
        this(
                new Catalogue(ProductStores.fromEnvironment(System.getenv()), InstantSource.system()),
                new RequestLog("admin", System.out::println, InstantSource.system()));
    }

    AdminHandler(Catalogue catalogue, RequestLog log) {
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
            case "PUT /products/{id}" -> put(request);
            case "DELETE /products/{id}" -> delete(request);
            case "GET /admin/products" -> listing.answer(request, AdminView::of);
            case "GET /admin/products/{id}" -> answer(200, catalogue.find(request.productId()));
            default -> throw new IllegalStateException("The back office has no route " + request.route());
        };
    }

    // begin exercise 5.1
    // Parse, validate, delegate, serialise: a line for each, and nothing else. What a product is, the domain knows.
    private Answer put(Request request) {
        String id = request.productId();
        ProductDetails details = ProductBody.parse(request.body());
        Written written = write(id, details, request.seenVersion(), request.correlationId());
        return answer(written.outcome() == Outcome.CREATED ? 201 : 200, written.product());
    }
    // end exercise 5.1

    /** Whoever says which version they have seen changes a product, whoever does not creates one. */
    private Written write(String id, ProductDetails details, OptionalLong seen, String correlationId) {
        return seen.isPresent()
                ? catalogue.replace(id, details, seen.getAsLong(), correlationId)
                : catalogue.create(id, details, correlationId);
    }

    private Answer delete(Request request) {
        catalogue.delete(request.productId(), request.seenVersion());
        return Answer.noContent();
    }

    private static Answer answer(int status, Product product) {
        return Answer.json(status, AdminView.of(product)).with("etag", "\"%d\"".formatted(product.version()));
    }
}
