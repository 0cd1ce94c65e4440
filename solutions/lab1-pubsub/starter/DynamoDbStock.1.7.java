        /*
         * TODO 1.7  Twice is once: count once.
         *
         * The topic, the queue and Lambda all deliver at least once. The same payment can come twice, and then the
         * pieces are taken twice. Let reserve() note each eventId in the table handledEventsTable, and take nothing when
         * the note is there already. If it cannot reserve, there must be no note: it will be tried again. DynamoDB writes to
         * two tables in one transaction: dynamoDb.transactWriteItems takes several of what write() below makes.
         */
        try {
            dynamoDb.updateItem(update -> update.tableName(stockTable)
                    .key(Map.of("product_id", text(productId)))
                    .updateExpression("SET in_stock = in_stock - :quantity")
                    .conditionExpression("in_stock >= :quantity")
                    .expressionAttributeValues(Map.of(":quantity", number(quantity))));
        } catch (DynamoDbException e) {
            throw conditionFailed(e, 0) ? new NotInStockException(productId, quantity) : e;
        }
