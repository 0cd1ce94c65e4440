package dev.edaworkshop.lab2.given;

import java.math.BigDecimal;

/** Products and events for the tests. */
public final class Samples {

    public static final Product WOODEN_BOAT =
            new Product("p-0001", "TOY-0001", "Wooden boat", "toys", new BigDecimal("24.90"), "eu");

    public static final String PRODUCT_CREATED = """
        {"event_id": "e-1", "event_name": "product_created", "source": "back-office",
         "occurred_at": "2026-11-20T09:15:00Z", "product_id": "p-0001",
         "sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": 24.90, "region": "eu"}\
        """;

    private Samples() {}
}
