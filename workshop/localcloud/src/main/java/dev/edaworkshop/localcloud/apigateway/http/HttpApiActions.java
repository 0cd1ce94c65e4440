package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Comparator;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.DeleteApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApiResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesRequest;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import software.amazon.awssdk.services.apigatewayv2.model.Stage;

/** What HTTP APIs there are; stacks make them. */
public final class HttpApiActions {
    private final Apis apis;
    private final String region;

    private HttpApiActions(Apis apis, String region) {
        this.apis = apis;
        this.region = region;
    }

    /** Adds the actions of API Gateway v2. */
    public static RestService addTo(RestService service, Apis apis, String region) {
        HttpApiActions actions = new HttpApiActions(apis, region);
        return service.operation("GetApis", "GET", "/v2/apis", 200, GetApisRequest::builder, actions::list)
                .operation("GetApi", "GET", "/v2/apis/{apiId}", 200, GetApiRequest::builder, actions::get)
                .operation("DeleteApi", "DELETE", "/v2/apis/{apiId}", 204, DeleteApiRequest::builder, actions::delete)
                .operation(
                        "GetRoutes", "GET", "/v2/apis/{apiId}/routes", 200, GetRoutesRequest::builder, actions::routes)
                .operation(
                        "GetStages", "GET", "/v2/apis/{apiId}/stages", 200, GetStagesRequest::builder, actions::stages);
    }

    private GetApisResponse list(Call call, GetApisRequest request) {
        call.authorize("apigateway:GET", arn(""));
        return GetApisResponse.builder()
                .items(apis.all(HttpApi.class).stream()
                        .map(api -> Api.builder()
                                .apiId(api.id())
                                .name(api.settings().name())
                                .protocolType(ProtocolType.HTTP)
                                .apiEndpoint(api.endpoint())
                                .createdDate(api.createdAt())
                                .build())
                        .toList())
                .build();
    }

    private GetApiResponse get(Call call, GetApiRequest request) {
        HttpApi api = api(call, "apigateway:GET", request.apiId());
        return GetApiResponse.builder()
                .apiId(api.id())
                .name(api.settings().name())
                .description(api.settings().description())
                .protocolType(ProtocolType.HTTP)
                .apiEndpoint(api.endpoint())
                .createdDate(api.createdAt())
                .build();
    }

    private DeleteApiResponse delete(Call call, DeleteApiRequest request) {
        apis.delete(api(call, "apigateway:DELETE", request.apiId()).id());
        return DeleteApiResponse.builder().build();
    }

    private GetRoutesResponse routes(Call call, GetRoutesRequest request) {
        return GetRoutesResponse.builder()
                .items(api(call, "apigateway:GET", request.apiId()).routes().stream()
                        .sorted(Comparator.comparing(Route::key))
                        .map(route -> software.amazon.awssdk.services.apigatewayv2.model.Route.builder()
                                .routeId(route.id())
                                .routeKey(route.key())
                                .authorizationType(route.authorization().type().name())
                                .target(route.integrationId()
                                        .map(id -> "integrations/" + id)
                                        .orElse(null))
                                .build())
                        .toList())
                .build();
    }

    private GetStagesResponse stages(Call call, GetStagesRequest request) {
        return GetStagesResponse.builder()
                .items(api(call, "apigateway:GET", request.apiId()).stages().stream()
                        .map(stage -> Stage.builder()
                                .stageName(stage.name())
                                .autoDeploy(stage.autoDeploy())
                                .stageVariables(stage.variables())
                                .build())
                        .toList())
                .build();
    }

    private HttpApi api(Call call, String action, String id) {
        call.authorize(action, arn("/" + id));
        return apis.find(HttpApi.class, id)
                .orElseThrow(
                        () -> new AwsException(404, "NotFoundException", "Invalid API identifier specified " + id));
    }

    private String arn(String path) {
        return "arn:aws:apigateway:%s::/apis%s".formatted(region, path);
    }
}
