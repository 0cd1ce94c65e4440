package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import dev.edaworkshop.localcloud.apigateway.FunctionUri;
import dev.edaworkshop.localcloud.apigateway.rest.Method.Integration;
import dev.edaworkshop.localcloud.apigateway.rest.MockResponse;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the integration of a method. */
final class RestIntegrations {
    private static final Set<String> RESPONSE_PROPERTIES =
            Set.of("ResponseParameters", "ResponseTemplates", "SelectionPattern", "StatusCode");

    private RestIntegrations() {}

    /** @throws IllegalArgumentException if the local cloud does not support it; names what */
    static Integration read(Properties integration) {
        String type = integration.requiredText("Type");
        return switch (type) {
            case "AWS_PROXY" -> function(integration);
            case "MOCK" -> new Integration.Mock(mock(integration));
            default ->
                throw new IllegalArgumentException(
                        "The local cloud does not support the integration type %s, only AWS_PROXY with a Lambda function, and MOCK."
                                .formatted(type));
        };
    }

    private static Integration function(Properties integration) {
        if (integration.has("RequestTemplates") || integration.has("IntegrationResponses")) {
            throw new IllegalArgumentException(
                    "RequestTemplates and IntegrationResponses have no effect with AWS_PROXY; leave them out.");
        }
        Duration patience =
                integration.integer("TimeoutInMillis").map(Duration::ofMillis).orElse(Integration.Function.LONGEST);
        if (patience.toMillis() < 50 || patience.compareTo(Integration.Function.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Timeout should be between 50 ms and 29000 ms, was " + patience.toMillis());
        }
        String uri = integration.requiredText("Uri");
        return new Integration.Function(
                FunctionUri.functionArn(uri), uri, integration.requiredText("IntegrationHttpMethod"), patience);
    }

    private static MockResponse mock(Properties integration) {
        integration.textMap("RequestTemplates").values().forEach(MockResponse::checkRequestTemplate);
        List<Properties> responses = integration.objects("IntegrationResponses");
        if (responses.size() != 1) {
            throw new IllegalArgumentException(
                    "The local cloud supports mock integrations with one integration response, not %d."
                            .formatted(responses.size()));
        }
        Properties response = responses.getFirst();
        response.toJson().fieldNames().forEachRemaining(name -> {
            if (!RESPONSE_PROPERTIES.contains(name)) {
                throw new IllegalArgumentException(
                        "The local cloud does not support %s of an integration response.".formatted(name));
            }
        });
        return MockResponse.of(
                response.requiredInteger("StatusCode"),
                response.textMap("ResponseParameters"),
                Optional.ofNullable(response.textMap("ResponseTemplates").get("application/json")));
    }
}
