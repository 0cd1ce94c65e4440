        /*
         * TODO 4.1  Success.
         *
         * Payments used to die in silence, so somebody let the till wait for it: it invokes Payments, waits for the bank,
         * and publishes the answer in Payments' name. While the bank thinks, you pay for two functions, and if the till
         * is interrupted, nobody says that the order is paid.
         *
         * Hand the request over and forget it: invoke Payments asynchronously, and publish nothing here. Then go to
         * infra/PaymentService: Lambda itself can report what Payments returned.
         *
         * Check:  ./lab check 4.1
         * Read:   guide/lab4-lambda-destinations.md#41-success
         */
        var answer = lambda.invoke(request -> request.functionName(payments)
                .invocationType(InvocationType.REQUEST_RESPONSE)
                .payload(SdkBytes.fromUtf8String(stockReserved.toJson())));
        String json = answer.payload().asUtf8String();
        if (answer.functionError() != null) {
            throw new IllegalStateException("Payments failed: " + json);
        }
        dev.edaworkshop.lab4.given.BusPublisher.fromEnvironment().publish(Envelope.parse(json));
