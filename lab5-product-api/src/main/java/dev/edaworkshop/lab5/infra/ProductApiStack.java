package dev.edaworkshop.lab5.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The shop of lab 5: the catalogue behind its API, with a table that is nobody else's. */
final class ProductApiStack extends Stack {

    private static final String PRODUCTION = "prod";

    ProductApiStack(Construct scope, String id) {
        super(scope, id);
        var catalogue = new CatalogueService(this, "Catalogue");
        var backOffice = new BackOffice(this, "BackOffice");
        var api = new CatalogueApi(this, "Api", backOffice);
        catalogue.answer(api);

        /*
         * TODO 5.4  Domain constructs: whose table is it?
         *
         * Payments has a table of its own. Some time ago it also wanted to look up prices, and was given the catalogue's
         * table. It does not use it any more.
         */
        var payments = new PaymentsService(this, "Payments");
        catalogue.table().allow(payments.function(), "GetItem", "Query", "Scan", "PutItem", "UpdateItem", "DeleteItem");

        String stage = stage();
        var harbour = new HarbourBus(this, "Harbour");
        var pipeline = new EventPipeline(this, "Pipeline", catalogue.table(), harbour, stage);
        var listeners = new Listeners(this, "Listeners", harbour);
        var bulk = new BulkImport(this, "Import");
        if (!stage.equals(PRODUCTION)) {
            output("InterceptionQueueUrl", new EventInterception(this, "Interception", harbour).url());
        }

        new CatalogueWatch(this, "Watch", catalogue, api, pipeline);

        output("ApiUrl", api.url());
        output("ProductTable", catalogue.table().name());
        output("StorefrontFunction", catalogue.storefront().name());
        output("AdminFunction", catalogue.admin().name());
        output("PaymentsFunction", payments.function().name());
        output("PaymentsTable", payments.tableName());
        output("StreamProcessorFunction", pipeline.processor().name());
        output("GivenUpQueueUrl", pipeline.givenUpUrl());
        output("BusName", harbour.busName());
        output("ProductEventsTopicArn", harbour.topicArn());
        output("InventoryFunction", listeners.inventory().name());
        output("NotificationsFunction", listeners.notifications().name());
        output("AuditQueueUrl", listeners.auditUrl());
        output("ImportBucket", bulk.bucketName());
        output("ImportQueueUrl", bulk.queueUrl());
        output("UserPoolId", backOffice.poolId());
        output("UserPoolClientId", backOffice.clientId());
    }

    /** {@code npx aws-cdk@2.1135.1 deploy -c stage=prod} makes it production. */
    private String stage() {
        return getNode().tryGetContext("stage") instanceof String stage ? stage : "dev";
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
