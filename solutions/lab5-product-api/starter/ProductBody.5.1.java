        /*
         * TODO 5.1  Lean handler: the rules.
         *
         * A product has all six fields and no other. "Fields" reads one field at a time and remembers what is wrong:
         * text(field, form, inWords) for texts, euros(field, least, most) for amounts, requireValid() at the end.
         *
         *   sku        three capital letters, a hyphen, four digits        [A-Z]{3}-[0-9]{4}
         *   name       1 to 100 characters, not only blanks                (?s)(?=.*\S).{1,100}
         *   category   2 to 20 small letters                               [a-z]{2,20}
         *   price      CENT to MOST, at most two decimals
         *   cost       0 to MOST, at most two decimals
         *   region     2 to 10 small letters                               [a-z]{2,10}
         */
        fields.requireValid();
        return new ProductDetails("NEW-0000", "unnamed", "unknown", CENT, MOST, "eu");
