        /*
         * TODO 3.7  Contract: read both versions.
         *
         * This knows version 1 only. Version 2 has a unit_price instead of a price; version 1 will be with us for years,
         * because the archive is full of it. Keep the difference in here: nobody else needs to know.
         */
        return new NewProduct(created.text("sku"), created.amount("price"));
