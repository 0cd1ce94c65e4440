        /*
         * TODO 4.7  Receipts.
         *
         * Payments writes an e-mail: it knows the customer's address, the wording, and that a receipt is an e-mail at all.
         * If Notifications wants to send it as a text message one day, Payments has to be changed, and deployed.
         *
         * Payments has said payment_taken; that is all it should do. Remove this, and take its permission to post mail
         * away in infra/DestinationsStack. Then let receipts/Receipts do it.
         *
         * Check:  ./lab check 4.7
         * Read:   guide/lab4-lambda-destinations.md#47-receipts
         */
        if (outcome.metadata().eventName().equals("payment_taken")) {
            sendEmail(
                    outcome.text("customer_id") + "@letters.harbour.example",
                    "Thank you! We have received %s EUR for order %s."
                            .formatted(outcome.amount("amount"), outcome.text("order_id")));
        }
