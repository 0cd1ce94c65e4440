package dev.edaworkshop.lab5.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.edaworkshop.benchmarks.micro.Question;
import dev.edaworkshop.lab5.product.Catalogue;
import dev.edaworkshop.lab5.product.Product;
import dev.edaworkshop.lab5.product.ProductDetails;
import dev.edaworkshop.lab5.product.ProductPage;
import dev.edaworkshop.lab5.product.ProductQuery;
import dev.edaworkshop.lab5.product.ProductStore;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Finding a product: the domain alone, with the handler around it, and with a store that takes as long as one on this machine. */
@Question(
        value = "Where does the time of a request go?",
        ours = "handler",
        naive = "handlerWithAMapperForEach",
        answer =
                "The domain is noise, the handler's JSON some microseconds, and the store everything else. Layers cost nothing that"
                        + " anybody could notice beside a single request to a database.")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LayersBenchmark {
    /** About a millisecond. */
    private static final int TOKENS_OF_A_STORE = 400_000;

    private static final Instant NOW = Instant.parse("2026-11-28T09:15:00Z");
    private static final Product BOAT = new Product(
            "p-0001",
            new ProductDetails(
                    "TOY-0001", "Wooden boat", "toys", new BigDecimal("24.90"), new BigDecimal("11.20"), "eu"),
            1,
            NOW,
            NOW,
            "c-17");

    /** The handler asks it for the request's id only. */
    private static final Context CONTEXT = (Context) Proxy.newProxyInstance(
            Context.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> "r-17");

    private final Catalogue atOnce = new Catalogue(new FakeStore(0), InstantSource.system());
    private final StorefrontHandler handler =
            new StorefrontHandler(atOnce, new RequestLog("storefront", line -> {}, InstantSource.system()));
    private final StorefrontHandler withStore = new StorefrontHandler(
            new Catalogue(new FakeStore(TOKENS_OF_A_STORE), InstantSource.system()),
            new RequestLog("storefront", line -> {}, InstantSource.system()));
    private final APIGatewayV2HTTPEvent request = request();

    @Benchmark
    public Product domain() {
        return atOnce.find("p-0001");
    }

    @Benchmark
    public Object handler() {
        return handler.handleRequest(request, CONTEXT);
    }

    @Benchmark
    public Object handlerAndStore() {
        return withStore.handleRequest(request, CONTEXT);
    }

    @Benchmark
    public String handlerWithAMapperForEach() throws Exception {
        Product product = atOnce.find(request.getPathParameters().get("id"));
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "product_id", product.productId(),
                        "sku", product.details().sku(),
                        "name", product.details().name(),
                        "category", product.details().category(),
                        "price", product.details().price(),
                        "region", product.details().region()));
    }

    private static APIGatewayV2HTTPEvent request() {
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRouteKey("GET /products/{id}");
        event.setPathParameters(Map.of("id", "p-0001"));
        event.setHeaders(Map.of("x-correlation-id", "c-17"));
        return event;
    }

    private record FakeStore(int tokens) implements ProductStore {
        @Override
        public Optional<Product> find(String productId) {
            Blackhole.consumeCPU(tokens);
            return Optional.of(BOAT);
        }

        @Override
        public void insert(Product product) {}

        @Override
        public void replace(Product product, long expectedVersion) {}

        @Override
        public void delete(String productId, OptionalLong expectedVersion) {}

        @Override
        public ProductPage list(ProductQuery query) {
            return new ProductPage(List.of(BOAT), Optional.empty());
        }
    }
}
