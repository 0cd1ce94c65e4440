        /*
         * TODO 2.7  Nothing lost.
         *
         * Four tables pack what the shop sells: below 20 euros in an envelope, from 20 in a parcel, from 100 insured, from
         * 500 in a crate. Something without a price ("ask at the harbour office") goes in a crate, too. Some goods are
         * packed twice at the moment, and some never. Let every event reach exactly one table.
         *
         * Check:  ./lab check 2.7
         * Read:   guide/lab2-sns-filters.md#27-nothing-lost
         */
        packAt("EnvelopeTable", price("<=", 20));
        packAt("ParcelTable", price(">=", 10, "<", 100));
        packAt("InsuredTable", price(">=", 100, "<", 500));
        packAt("CrateTable", price(">", 500));
