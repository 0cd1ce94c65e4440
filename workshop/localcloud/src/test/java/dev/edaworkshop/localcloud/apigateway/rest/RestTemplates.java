package dev.edaworkshop.localcloud.apigateway.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Templates of REST APIs as CDK writes them; one resource, {@code /orders/{id}}, below {@code /orders}. */
final class RestTemplates {
    private final Map<String, String> resources = new TreeMap<>();
    private final List<String> methods = new ArrayList<>();
    private String stageProperties = "";
    private String apiProperties = "";

    RestTemplates stage(String properties) {
        stageProperties = ", " + properties;
        return this;
    }

    RestTemplates api(String properties) {
        apiProperties = ", " + properties;
        return this;
    }

    RestTemplates method(String httpMethod, String resource) {
        return method(httpMethod, resource, "\"AuthorizationType\": \"NONE\"");
    }

    /** @param more properties of the method */
    RestTemplates method(String httpMethod, String resource, String more) {
        return rawMethod(httpMethod, resource, more, """
                {"IntegrationHttpMethod": "POST", "Type": "AWS_PROXY",
                 "Uri": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":apigateway:us-east-1:lambda:path/2015-03-31/functions/",
                   "arn:aws:lambda:us-east-1:000000000000:function:Orders", "/invocations"]]}}""");
    }

    RestTemplates rawMethod(String httpMethod, String resource, String more, String integration) {
        String id = httpMethod + resource;
        methods.add("\"" + id + "\"");
        return with(id, """
                {"Type": "AWS::ApiGateway::Method", "Properties": {"RestApiId": {"Ref": "Api"}, "HttpMethod": "%s",
                  "ResourceId": {"Ref": "%s"}, %s, "Integration": %s}}""".formatted(httpMethod, resource, more, integration));
    }

    RestTemplates with(String id, String resource) {
        resources.put(id, resource);
        return this;
    }

    String json() {
        StringBuilder all = new StringBuilder();
        resources.forEach(
                (id, json) -> all.append(", \"").append(id).append("\": ").append(json));
        return """
                {"Resources": {
                  "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "Shop"%s}},
                  "Orders": {"Type": "AWS::ApiGateway::Resource", "Properties": {
                      "ParentId": {"Fn::GetAtt": ["Api", "RootResourceId"]}, "PathPart": "orders", "RestApiId": {"Ref": "Api"}}},
                  "Order": {"Type": "AWS::ApiGateway::Resource", "Properties": {
                      "ParentId": {"Ref": "Orders"}, "PathPart": "{id}", "RestApiId": {"Ref": "Api"}}},
                  "Deployment": {"Type": "AWS::ApiGateway::Deployment", "Properties": {"RestApiId": {"Ref": "Api"}},
                      "DependsOn": [%s]},
                  "Stage": {"Type": "AWS::ApiGateway::Stage", "Properties": {
                      "DeploymentId": {"Ref": "Deployment"}, "RestApiId": {"Ref": "Api"}, "StageName": "prod"%s}}
                  %s},
                 "Outputs": {"Url": {"Value": {"Fn::Join": ["", ["https://", {"Ref": "Api"}, ".execute-api.",
                     {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/", {"Ref": "Stage"}, "/"]]}}}}""".formatted(apiProperties, String.join(", ", methods), stageProperties, all);
    }
}
