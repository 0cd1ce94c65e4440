package dev.edaworkshop.lab4.cashier;

import dev.edaworkshop.lab4.given.Envelope;
import dev.edaworkshop.lab4.given.EnvelopeFunction;
import dev.edaworkshop.lab4.given.Variables;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** The Lambda entry point of the till: what is reserved is to be paid, so Payments is asked to. */
public final class CashierHandler extends EnvelopeFunction {

    private final LambdaClient lambda;
    private final String payments;

    /** Called by Lambda, once for each execution environment. */
    public CashierHandler() {
        this(
                LambdaClient.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                Variables.require("PAYMENTS_FUNCTION"));
    }

    CashierHandler(LambdaClient lambda, String payments) {
        this.lambda = lambda;
        this.payments = payments;
    }

    @Override
    protected Optional<Envelope> handle(Envelope stockReserved) {
        // begin exercise 4.1
        // Handed over and forgotten: Lambda answers 202 as soon as it has the request. From now on Lambda tries again,
        // and Lambda reports the result. The till waits for nobody, and says nothing in Payments' name.
        lambda.invoke(request -> request.functionName(payments)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(stockReserved.toJson())));
        // end exercise 4.1
        return Optional.empty();
    }
}
