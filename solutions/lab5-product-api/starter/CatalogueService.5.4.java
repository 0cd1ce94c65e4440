        /*
         * TODO 5.4  Domain constructs: what is each function for?
         *
         * To be on the safe side, every function may do everything with every table. But the storefront only reads, and
         * it is the one that anybody on the internet can talk to. Give each function what its own work needs, and
         * nothing else. If you take away too much, the local cloud refuses the request as AWS does, and
         * the check names the action that was denied.
         *
         * Check:  ./lab check 5.4
         * Read:   guide/lab5-product-api.md#54-domain-constructs
         */
        for (ShopFunction function : java.util.List.of(storefront, admin)) {
            table.allow(function, "GetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem");
        }
