        /*
         * TODO 4.5  Translate.
         *
         * The bank's exceptions go through Payments, through Lambda and into the records of failed payments. A card that
         * is declined looks like a breakdown: Lambda asks the customer's bank three times.
         *
         * Translate here, at the boundary. A declined card is an answer: new Declined("card declined"). A bank that does
         * not answer is a ProviderUnavailableException, in the shop's words. Nothing of the bank's goes any further.
         *
         * Check:  ./lab check 4.5
         * Read:   guide/lab4-lambda-destinations.md#45-translate
         */
        return new Charged(bank.charge(charge.idempotencyKey(), charge.orderId(), charge.amount(), charge.card()));
