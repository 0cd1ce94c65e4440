        /*
         * TODO 4.7  Receipts: the intelligent end.
         *
         * Here is known what a receipt says and by which way it goes, and nothing is done. Send it: receipt(…) writes the
         * mail, mailbox posts it. Then say so: receipt_sent, with facts(orderId), follows from payment_taken. An event that
         * is delivered twice is still one receipt.
         */
        System.out.printf("Order %s is paid. Somebody should send a receipt%n", orderId);
