package dev.edaworkshop.lab4.infra;

import dev.edaworkshop.lab4.cashier.CashierHandler;
import dev.edaworkshop.lab4.receipts.ReceiptsHandler;
import dev.edaworkshop.lab4.screen.PierScreenHandler;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The shop of lab 4: what is reserved is paid, what is paid gets its receipt, and what fails is not forgotten. */
final class DestinationsStack extends Stack {

    DestinationsStack(Construct scope, String id) {
        super(scope, id);
        var harbour = new HarbourBus(this, "Harbour");
        var outbox = new ShopTable(this, "Outbox", "mail_id");

        var payments = new PaymentService(this, "PaymentService", harbour);

        var cashier = new ShopFunction(this, "Cashier", CashierHandler.class);
        cashier.setVariable("PAYMENTS_FUNCTION", payments.function().name());
        mayInvoke(cashier, payments.function());
        // TODO 4.1  Success: when the till publishes nothing any more, it needs no permission to.
        harbour.letPublish(cashier);
        harbour.deliverStockReservedTo(cashier);

        var pierScreen = new ShopFunction(this, "PierScreen", PierScreenHandler.class);
        pierScreen.whenNobodyWaits(RetryPolicy.PIER_SCREEN, Optional.empty(), Optional.empty());
        harbour.deliverStockReservedTo(pierScreen);

        var receipts = new ShopFunction(this, "Receipts", ReceiptsHandler.class);
        receipts.whenNobodyWaits(RetryPolicy.RECEIPTS, Optional.empty(), Optional.empty());
        harbour.letPublish(receipts);
        harbour.deliverPaymentTakenTo(receipts);

        // TODO 4.7  Receipts: Payments posts mail. Who should?
        outbox.letUse(receipts, "OUTBOX_TABLE", "dynamodb:PutItem");
        outbox.letUse(payments.function(), "OUTBOX_TABLE", "dynamodb:PutItem");

        output("BusName", harbour.bus().getEventBusName());
        output("CashierFunction", cashier.name());
        output("PaymentsFunction", payments.function().name());
        output("PierScreenFunction", pierScreen.name());
        output("ReceiptsFunction", receipts.name());
        output("PaymentFailuresQueueUrl", payments.failures().url());
        output("PaymentsTable", payments.payments().name());
        output("ProviderTable", payments.provider().name());
        output("OutboxTable", outbox.name());
    }

    private static void mayInvoke(ShopFunction caller, ShopFunction called) {
        // grantInvoke would allow every version and alias with a wildcard; the function itself is enough.
        caller.role()
                .addToPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("lambda:InvokeFunction"))
                        .resources(List.of(called.function().getFunctionArn()))
                        .build());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
