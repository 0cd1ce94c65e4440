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
        // begin exercise 4.1
        // What Payments returns goes to the bus. Payments itself knows no bus; it need not even be allowed to use one.
        return Optional.of(new EventBridgeDestination(harbour.bus()));
        // end exercise 4.1
    }

    /** Who is told what Payments could not do. {@link SqsDestination} is the way to a queue. */
    private Optional<IDestination> failureRoute() {
        // begin exercise 4.2
        // To a queue: a failure is for somebody to work on, one after the other, and it waits until they do.
        return Optional.of(new SqsDestination(failures.queue()));
        // end exercise 4.2
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
