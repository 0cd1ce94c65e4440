package dev.edaworkshop.localcloud.apigateway.http;

import java.util.Map;
import java.util.TreeMap;

/** Templates of HTTP APIs as CDK writes them. */
final class HttpTemplates {
    private final Map<String, String> resources = new TreeMap<>();
    private String apiProperties = "";
    private String stageProperties = "";
    private String payloadFormat = "2.0";

    HttpTemplates cors(String json) {
        apiProperties = ", \"CorsConfiguration\": " + json;
        return this;
    }

    HttpTemplates stage(String properties) {
        stageProperties = ", " + properties;
        return this;
    }

    HttpTemplates payloadFormat(String version) {
        payloadFormat = version;
        return this;
    }

    HttpTemplates route(String key) {
        return route(key, "\"AuthorizationType\": \"NONE\"");
    }

    /** @param authorization properties of the route */
    HttpTemplates route(String key, String authorization) {
        resources.put("Route" + resources.size(), """
                {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                    "ApiId": {"Ref": "Api"}, "RouteKey": "%s", %s,
                    "Target": {"Fn::Join": ["", ["integrations/", {"Ref": "Integration"}]]}}}""".formatted(key, authorization));
        return this;
    }

    HttpTemplates authorizer(String properties) {
        resources.put("Authorizer", """
                {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {
                    "ApiId": {"Ref": "Api"}, "Name": "Customers", %s}}""".formatted(properties));
        return this;
    }

    static String functionUri(String function) {
        return "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:%s/invocations"
                .formatted(function);
    }

    String json() {
        StringBuilder all = new StringBuilder();
        resources.forEach(
                (id, json) -> all.append(", \"").append(id).append("\": ").append(json));
        return """
                {"Resources": {
                  "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "Shop", "ProtocolType": "HTTP"%s}},
                  "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                      "ApiId": {"Ref": "Api"}, "AutoDeploy": true, "StageName": "$default"%s}},
                  "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {
                      "ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY",
                      "IntegrationUri": "arn:aws:lambda:us-east-1:000000000000:function:Orders",
                      "PayloadFormatVersion": "%s"}}
                  %s},
                 "Outputs": {"Url": {"Value": {"Fn::Join": ["", ["https://", {"Ref": "Api"}, ".execute-api.",
                     {"Ref": "AWS::Region"}, ".", {"Ref": "AWS::URLSuffix"}, "/"]]}}}}""".formatted(apiProperties, stageProperties, payloadFormat, all);
    }
}
