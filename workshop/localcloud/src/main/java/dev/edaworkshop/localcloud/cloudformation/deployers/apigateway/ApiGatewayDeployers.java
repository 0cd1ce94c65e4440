package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import java.util.List;

/** The resource types of API Gateway that are supported. */
public final class ApiGatewayDeployers {
    private ApiGatewayDeployers() {}

    public static List<ResourceDeployer> all(Apis apis, Services services) {
        HttpApis http = new HttpApis(apis);
        return List.of(
                new HttpApiDeployer(apis, services),
                new HttpAuthorizerDeployer(http),
                new HttpDeploymentDeployer(http),
                new HttpIntegrationDeployer(http),
                new HttpRouteDeployer(http),
                new HttpStageDeployer(http));
    }
}
