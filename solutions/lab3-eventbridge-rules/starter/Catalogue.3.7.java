    /*
     * TODO 3.7  Contract: what the catalogue says.
     *
     * Some things are sold by the dozen, so the price is called unit_price now, and says its currency. That is right, and
     * contracts/product_created/2.json describes it. But the event still calls itself version 1, which promised a price:
     * whoever relies on version 1 stumbles. Say which version this is.
     *
     * Check:  ./lab check 3.7
     * Read:   guide/lab3-eventbridge-rules.md#37-contract
     */
    private ShopEvent created(Product product) {
        return event(
                "product_created",
                1,
                Map.of(
                        "product_id", product.productId(),
                        "sku", product.sku(),
                        "name", product.name(),
                        "category", product.category(),
                        "unit_price", product.price(),
                        "currency", "EUR",
                        "region", product.region()));
    }
