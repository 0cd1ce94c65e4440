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

    /*
     * TODO 5.1  Lean handler.
     *
     * This method reads the body, decides, stores and formats, all at once, and it believes whatever the body says. A
     * price of "free" becomes 0.00; a misspelt field is lost without a word.
     *
     * Let it be four short steps: parse, validate, delegate to the catalogue, serialise. ProductBody is the place for
     * the first two (its TODO has the rules), "write" below delegates, "answer" below serialises. A body that is not a
     * product is answered 400 and names every field that is wrong, before anything touches the table.
     *
     * Check:  ./lab check 5.1
     * Read:   guide/lab5-product-api.md#51-lean-handler
     */
    private Answer put(Request request) {
        var json = Json.object();
        try {
            json.setAll((com.fasterxml.jackson.databind.node.ObjectNode) Json.read(request.body()));
        } catch (Exception e) {
            json.put("name", "unnamed");
        }
        String sku = json.path("sku").asText("NEW-0000");
        String name = json.path("name").asText("");
        String category = json.path("category").asText("");
        String region = json.path("region").asText("eu");
        var price = new java.math.BigDecimal("0.00");
        if (json.path("price").isNumber()) {
            price = json.path("price").decimalValue().abs().setScale(2, java.math.RoundingMode.HALF_UP);
        }
        var cost = new java.math.BigDecimal("0.00");
        if (json.path("cost").isNumber()) {
            cost = json.path("cost").decimalValue().abs().setScale(2, java.math.RoundingMode.HALF_UP);
        }
        ProductDetails details = new ProductDetails(sku, name, category, price, cost, region);
        String id = request.productId();
        Written written = write(id, details, request.seenVersion(), request.correlationId());
        var body = Json.object();
        body.put("product_id", written.product().productId());
        body.put("sku", sku);
        body.put("name", name);
        body.put("category", category);
        body.put("price", price);
        body.put("cost", cost);
        body.put("region", region);
        body.put("version", written.product().version());
        body.put("created_at", written.product().createdAt().toString());
        body.put("updated_at", written.product().updatedAt().toString());
        return Answer.json(written.outcome() == Outcome.CREATED ? 201 : 200, body)
                .with("etag", "\"%d\"".formatted(written.product().version()));
    }

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
