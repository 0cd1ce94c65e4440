        /*
         * TODO 1.2  Name the fact: a topic for each.
         *
         * Everything the catalogue says goes to one topic, so whoever wants to hear of new products also hears of all
         * the rest. Give each fact a topic of its own, and say below which topic carries which event.
         */
        Topic shop = topic("Shop");
        productCreated = shop;
        productPriceChanged = shop;
        productDeleted = shop;
        byEventName = Map.of(
                "create_product", shop,
                "send_welcome_mail", shop,
                "delete_product", shop);
