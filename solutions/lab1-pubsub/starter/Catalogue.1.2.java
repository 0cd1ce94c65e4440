    /*
     * TODO 1.2  Name the fact.
     *
     * What the catalogue says are orders: "create product", "send welcome mail, with this template". And when a price
     * changes, it says "create product" once more, as if the first message had never been sent.
     *
     * Let it say what happened instead, as something that cannot be taken back: product_created, product_price_changed
     * (with old_price and new_price), product_deleted. One command, one event. An event carries the facts about the
     * product and no word about what anybody should do. Then go to infra/ProductTopics: each of them needs a topic.
     *
     * Check:  ./lab check 1.2
     * Read:   guide/lab1-pubsub.md#12-name-the-fact
     */

    private List<ProductEvent> create(Create command) {
        Product product = command.product();
        return List.of(
                event("create_product", command, describe(product, product.price())),
                event("send_welcome_mail", command, Map.of("template", "new-on-the-pier")));
    }

    private List<ProductEvent> changePrice(ChangePrice command) {
        return List.of(event("create_product", command, describe(command.product(), command.newPrice())));
    }

    private List<ProductEvent> delete(Delete command) {
        Product product = command.product();
        return List.of(event("delete_product", command, Map.of("sku", product.sku())));
    }

    private static Map<String, Object> describe(Product product, Number price) {
        return Map.of(
                "sku", product.sku(),
                "name", product.name(),
                "category", product.category(),
                "price", price,
                "region", product.region());
    }
