package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.apigateway.Apis;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestService;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.DeleteRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.GetResourcesRequest;
import software.amazon.awssdk.services.apigateway.model.GetResourcesResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApiRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApiResponse;
import software.amazon.awssdk.services.apigateway.model.GetRestApisRequest;
import software.amazon.awssdk.services.apigateway.model.GetRestApisResponse;
import software.amazon.awssdk.services.apigateway.model.GetStagesRequest;
import software.amazon.awssdk.services.apigateway.model.GetStagesResponse;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.RestApi.Builder;
import software.amazon.awssdk.services.apigateway.model.Stage;

/** What REST APIs there are; stacks make them. */
public final class RestApiActions {
    private final Apis apis;
    private final String region;

    private RestApiActions(Apis apis, String region) {
        this.apis = apis;
        this.region = region;
    }

    /** Adds the actions of API Gateway v1. */
    public static RestService addTo(RestService service, Apis apis, String region) {
        RestApiActions actions = new RestApiActions(apis, region);
        return service.operation("GetRestApis", "GET", "/restapis", 200, GetRestApisRequest::builder, actions::list)
                .operation("GetRestApi", "GET", "/restapis/{restapi_id}", 200, GetRestApiRequest::builder, actions::get)
                .operation(
                        "DeleteRestApi",
                        "DELETE",
                        "/restapis/{restapi_id}",
                        202,
                        DeleteRestApiRequest::builder,
                        actions::delete)
                .operation(
                        "GetResources",
                        "GET",
                        "/restapis/{restapi_id}/resources",
                        200,
                        GetResourcesRequest::builder,
                        actions::resources)
                .operation(
                        "GetStages",
                        "GET",
                        "/restapis/{restapi_id}/stages",
                        200,
                        GetStagesRequest::builder,
                        actions::stages);
    }

    private GetRestApisResponse list(Call call, GetRestApisRequest request) {
        call.authorize("apigateway:GET", arn(""));
        return GetRestApisResponse.builder()
                .items(apis.all(RestApi.class).stream()
                        .map(api -> describe(api).build())
                        .toList())
                .build();
    }

    private GetRestApiResponse get(Call call, GetRestApiRequest request) {
        RestApi api = api(call, "apigateway:GET", request.restApiId());
        return GetRestApiResponse.builder()
                .id(api.id())
                .name(api.settings().name())
                .description(api.settings().description())
                .createdDate(api.createdAt())
                .rootResourceId(api.rootId())
                .build();
    }

    private DeleteRestApiResponse delete(Call call, DeleteRestApiRequest request) {
        apis.delete(api(call, "apigateway:DELETE", request.restApiId()).id());
        return DeleteRestApiResponse.builder().build();
    }

    private GetResourcesResponse resources(Call call, GetResourcesRequest request) {
        RestApi api = api(call, "apigateway:GET", request.restApiId());
        return GetResourcesResponse.builder()
                .items(api.resources().stream()
                        .sorted(Comparator.comparing(dev.edaworkshop.localcloud.apigateway.rest.Resource::path))
                        .map(resource -> describe(resource, api))
                        .toList())
                .build();
    }

    private GetStagesResponse stages(Call call, GetStagesRequest request) {
        return GetStagesResponse.builder()
                .item(api(call, "apigateway:GET", request.restApiId()).stages().stream()
                        .map(stage -> Stage.builder()
                                .stageName(stage.name())
                                .deploymentId(stage.deploymentId())
                                .variables(stage.variables())
                                .build())
                        .toList())
                .build();
    }

    private static Resource describe(dev.edaworkshop.localcloud.apigateway.rest.Resource resource, RestApi api) {
        Map<String, software.amazon.awssdk.services.apigateway.model.Method> methods = new HashMap<>();
        api.methods().stream()
                .filter(method -> method.resourceId().equals(resource.id()))
                .forEach(method -> methods.put(
                        method.httpMethod(),
                        software.amazon.awssdk.services.apigateway.model.Method.builder()
                                .httpMethod(method.httpMethod())
                                .authorizationType(method.authorization().type().name())
                                .build()));
        Resource.Builder described = Resource.builder().id(resource.id()).path(resource.path());
        if (!resource.parentId().isEmpty()) {
            described.parentId(resource.parentId()).pathPart(resource.pathPart());
        }
        return (methods.isEmpty() ? described : described.resourceMethods(methods)).build();
    }

    private static Builder describe(RestApi api) {
        return software.amazon.awssdk.services.apigateway.model.RestApi.builder()
                .id(api.id())
                .name(api.settings().name())
                .description(api.settings().description())
                .createdDate(api.createdAt())
                .rootResourceId(api.rootId());
    }

    private RestApi api(Call call, String action, String id) {
        call.authorize(action, arn("/" + id));
        return apis.find(RestApi.class, id)
                .orElseThrow(
                        () -> new AwsException(404, "NotFoundException", "Invalid API identifier specified " + id));
    }

    private String arn(String path) {
        return "arn:aws:apigateway:%s::/restapis%s".formatted(region, path);
    }
}
