package dev.edaworkshop.lab5.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogDestination;
import software.amazon.awscdk.services.apigatewayv2.IAccessLogSettings;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.LogGroupLogDestination;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The catalogue's address on the internet: which requests there are, who may make them, and how many. */
final class CatalogueApi extends Construct {

    private final HttpApi api;
    private final HttpStage stage;
    private final IHttpRouteAuthorizer staff;
    private final Map<ShopFunction, HttpLambdaIntegration> integrations = new HashMap<>();

    CatalogueApi(Construct scope, String id, BackOffice backOffice) {
        super(scope, id);
        var log = LogGroup.Builder.create(this, "AccessLog")
                .retention(RetentionDays.ONE_WEEK)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        api = HttpApi.Builder.create(this, "Api").createDefaultStage(false).build();
        stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                // More than this is answered 429 before it costs an invocation.
                .throttle(ThrottleSettings.builder()
                        .rateLimit(500)
                        .burstLimit(250)
                        .build())
                .accessLogSettings(new AccessLog(log))
                .build();
        staff = backOffice.authorizer();
    }

    void open(String method, String path, ShopFunction function) {
        for (HttpRoute route : api.addRoutes(route(method, path, function).build())) {
            NagSuppressions.addResourceSuppressions(
                    route,
                    List.of(NagPackSuppression.builder()
                            .id("AwsSolutions-APIG4")
                            .reason(
                                    "Everybody may look at what the shop sells; the storefront's facade hides the rest.")
                            .build()));
        }
    }

    void staffOnly(String method, String path, ShopFunction function) {
        api.addRoutes(route(method, path, function)
                .authorizer(staff)
                .authorizationScopes(List.of(BackOffice.SCOPE))
                .build());
    }

    /** Requests that were answered with a status of 500 and more. */
    IMetric serverErrors() {
        return api.metricServerError();
    }

    String url() {
        return stage.getUrl();
    }

    private static final class AccessLog implements IAccessLogSettings {

        private final LogGroup log;

        AccessLog(LogGroup log) {
            this.log = log;
        }

        @Override
        public IAccessLogDestination getDestination() {
            return new LogGroupLogDestination(log);
        }
    }

    private AddRoutesOptions.Builder route(String method, String path, ShopFunction function) {
        return AddRoutesOptions.builder()
                .path(path)
                .methods(List.of(HttpMethod.valueOf(method)))
                .integration(integrations.computeIfAbsent(
                        function,
                        called -> new HttpLambdaIntegration(called.getNode().getId(), called.function())));
    }
}
