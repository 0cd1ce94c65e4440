        /*
         * TODO 3.1  One bus: a rule for those who listen.
         *
         * The auditors want to keep whatever the catalogue says, and nothing that others say. Everything that the
         * catalogue says carries the source "shop.catalogue". Make a rule on the shop's bus that looks at the source and
         * has this queue as its target.
         */
