package dev.edaworkshop.lab5.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.cognito.AuthFlow;
import software.amazon.awscdk.services.cognito.PasswordPolicy;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.constructs.Construct;

/** The people who may change products. They sign in with name and password and get a token for an hour. */
final class BackOffice extends Construct {

    /** The scope that every access token of a user pool has, and no ID token. */
    static final String SCOPE = "aws.cognito.signin.user.admin";

    private final UserPool pool;
    private final UserPoolClient client;

    BackOffice(Construct scope, String id) {
        super(scope, id);
        pool = UserPool.Builder.create(this, "People")
                .selfSignUpEnabled(false)
                .passwordPolicy(PasswordPolicy.builder()
                        .minLength(12)
                        .requireDigits(true)
                        .requireLowercase(true)
                        .requireUppercase(true)
                        .requireSymbols(true)
                        .build())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        client = pool.addClient(
                "Client",
                UserPoolClientOptions.builder()
                        .authFlows(AuthFlow.builder().userPassword(true).build())
                        .disableOAuth(true)
                        .accessTokenValidity(Duration.hours(1))
                        .build());
        NagSuppressions.addResourceSuppressions(
                pool,
                List.of(
                        because("AwsSolutions-COG2", "A second factor needs a telephone, which a workshop has not."),
                        because("AwsSolutions-COG3", "Threat protection is part of Cognito's Plus plan, which costs."),
                        because("AwsSolutions-COG8", "The Plus plan costs, and the workshop's pool has one user.")));
    }

    IHttpRouteAuthorizer authorizer() {
        return HttpUserPoolAuthorizer.Builder.create("BackOffice", pool)
                .userPoolClients(List.of(client))
                .build();
    }

    String poolId() {
        return pool.getUserPoolId();
    }

    String clientId() {
        return client.getUserPoolClientId();
    }

    private static NagPackSuppression because(String rule, String reason) {
        return NagPackSuppression.builder().id(rule).reason(reason).build();
    }
}
