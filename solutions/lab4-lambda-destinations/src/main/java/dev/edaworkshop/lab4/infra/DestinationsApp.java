package dev.edaworkshop.lab4.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;

/** Start here: the CDK app of lab 4. {@code npx aws-cdk@2.1135.1 synth} runs it, and so does {@code ./lab}. */
public final class DestinationsApp {

    public static void main(String[] args) {
        App app = new App();
        new DestinationsStack(app, "Lab4LambdaDestinations");
        // Looks at every resource and refuses to synthesize what AWS's own reviewers would send back.
        Aspects.of(app).add(new AwsSolutionsChecks());
        app.synth();
    }

    private DestinationsApp() {}
}
