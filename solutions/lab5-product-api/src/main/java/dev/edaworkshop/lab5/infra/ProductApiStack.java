package dev.edaworkshop.lab5.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The shop of lab 5: the catalogue behind its API, with a table that is nobody else's. */
final class ProductApiStack extends Stack {

    ProductApiStack(Construct scope, String id) {
        super(scope, id);
        var catalogue = new CatalogueService(this, "Catalogue");
        var backOffice = new BackOffice(this, "BackOffice");
        var api = new CatalogueApi(this, "Api", backOffice);
        catalogue.answer(api);
        new CatalogueWatch(this, "Watch", catalogue);

        // begin exercise 5.4
        // Payments brings what it needs. What it has to know of a product it hears from the catalogue's events; a table
        // that two services use belongs to neither of them, and neither can change it any more.
        var payments = new PaymentsService(this, "Payments");
        // end exercise 5.4

        output("ApiUrl", api.url());
        output("ProductTable", catalogue.table().name());
        output("StorefrontFunction", catalogue.storefront().name());
        output("AdminFunction", catalogue.admin().name());
        output("PaymentsFunction", payments.function().name());
        output("PaymentsTable", payments.tableName());
        output("UserPoolId", backOffice.poolId());
        output("UserPoolClientId", backOffice.clientId());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
