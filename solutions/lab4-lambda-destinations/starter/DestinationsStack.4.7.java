        // TODO 4.7  Receipts: Payments posts mail. Who should?
        outbox.letUse(receipts, "OUTBOX_TABLE", "dynamodb:PutItem");
        outbox.letUse(payments.function(), "OUTBOX_TABLE", "dynamodb:PutItem");
