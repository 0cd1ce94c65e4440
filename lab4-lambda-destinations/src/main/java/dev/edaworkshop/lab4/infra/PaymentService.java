package dev.edaworkshop.lab4.infra;

import dev.edaworkshop.lab4.payments.PaymentsHandler;
import java.util.Optional;
import software.amazon.awscdk.services.lambda.IDestination;
import software.amazon.awscdk.services.lambda.destinations.EventBridgeDestination;
import software.amazon.awscdk.services.lambda.destinations.SqsDestination;
import software.constructs.Construct;

/** Payments: a function, its table, and the routes for what comes of it. */
final class PaymentService extends Construct {

    private final ShopFunction function;
    private final ShopTable payments;
    private final ShopTable provider;
    private final FailureQueue failures;

    PaymentService(Construct scope, String id, HarbourBus harbour) {
        super(scope, id);
        function = new ShopFunction(this, "Payments", PaymentsHandler.class);
        payments = new ShopTable(this, "PaymentTable", "order_id");
        payments.letUse(function, "PAYMENTS_TABLE", "dynamodb:GetItem", "dynamodb:PutItem");
        // The provider's books are the provider's. They are here because a bank that fails on command is hard to find.
        provider = new ShopTable(this, "ProviderBooks", "entry");
        provider.letUse(function, "PROVIDER_TABLE", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem");
        function.setVariable("PAYMENT_PROVIDER", "pierbank");

        failures = new FailureQueue(this, "Failures");
        function.whenNobodyWaits(RetryPolicy.PAYMENTS, successRoute(harbour), failureRoute());
    }

    /** Who is told what Payments returned. {@link EventBridgeDestination} is the way to a bus. */
    private static Optional<IDestination> successRoute(HarbourBus harbour) {
        /*
         * TODO 4.1  Success: the route.
         *
         * When nobody waits for a function, its result is thrown away, unless it has a destination for successes. Say here
         * that the harbour's bus is one: new EventBridgeDestination(…) makes a destination of a bus.
         */
        return Optional.empty();
    }

    /** Who is told what Payments could not do. {@link SqsDestination} is the way to a queue. */
    private Optional<IDestination> failureRoute() {
        /*
         * TODO 4.2  Failure.
         *
         * When the bank is down, Payments throws. Lambda tries again after one minute and after two more, and then drops
         * the request: an order that is reserved and never paid, and nobody who knows. Let Lambda put a record of every
         * request that failed for good into the queue "failures", which is there already.
         *
         * Check:  ./lab check 4.2
         * Read:   guide/lab4-lambda-destinations.md#42-failure
         */
        return Optional.empty();
    }

    ShopFunction function() {
        return function;
    }

    ShopTable payments() {
        return payments;
    }

    ShopTable provider() {
        return provider;
    }

    FailureQueue failures() {
        return failures;
    }
}
