package dev.edaworkshop.lab2.infra;

import dev.edaworkshop.lab2.CatalogueHandler;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The shop of lab 2: the catalogue publishes as before, and each consumer says what it wants to hear. */
final class SnsFiltersStack extends Stack {

    SnsFiltersStack(Construct scope, String id) {
        super(scope, id);
        var topics = new ProductTopics(this, "Topics");
        var created = topics.productCreated();

        var catalogue = new ShopFunction(this, "Catalogue", CatalogueHandler.class);
        topics.letPublish(catalogue);

        var toysCorner = new ToysCornerConsumer(this, "ToysCorner", created); // 2.1
        var toyMaker = new ToyMakerConsumer(this, "ToyMaker", created); // 2.2
        var payments = new PaymentsConsumer(this, "Payments", created); // 2.3
        var insuranceDesk = new InsuranceDeskConsumer(this, "InsuranceDesk", created); // 2.4
        var shopWindow = new ShopWindowConsumer(this, "ShopWindow", created); // 2.5
        var purchasing = new PurchasingConsumer(this, "Purchasing", topics.stockDepleted()); // 2.6
        var packingTables = new PackingTables(this, "PackingTables", created); // 2.7

        output("CatalogueFunction", catalogue.name());
        output("ProductCreatedTopicArn", created.getTopicArn());
        output("StockDepletedTopicArn", topics.stockDepleted().getTopicArn());
        output("ToysCornerFunction", toysCorner.functionName());
        output("ToysCornerQueueUrl", toysCorner.queueUrl());
        output("ToyMakerQueueUrl", toyMaker.queueUrl());
        output("PaymentsQueueUrl", payments.queueUrl());
        output("InsuranceDeskQueueUrl", insuranceDesk.queueUrl());
        output("ShopWindowQueueUrl", shopWindow.queueUrl());
        output("PurchasingQueueUrl", purchasing.queueUrl());
        packingTables.queueUrls().forEach(this::output);
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
