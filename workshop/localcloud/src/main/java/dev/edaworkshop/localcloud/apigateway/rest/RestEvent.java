package dev.edaworkshop.localcloud.apigateway.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.MediaTypes;
import dev.edaworkshop.localcloud.apigateway.ProxyEvent;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.iam.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The event of a Lambda proxy integration; what is absent is null.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda proxy integrations</a>
 */
record RestEvent(Exchange exchange, Definition.Match match, String deploymentId, List<String> binaryTypes) {

    /** @param caller whoever signed the request, if IAM decided */
    ObjectNode toFunction(ObjectNode authorizer, Optional<Principal> caller) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        putRequest(event);
        event.set("requestContext", context(authorizer, caller));
        WebRequest request = exchange.request();
        boolean binary =
                MediaTypes.matches(binaryTypes, request.header("Content-Type").orElse(""));
        if (request.body().length == 0) {
            event.putNull("body");
        } else {
            event.put("body", binary ? Base64.getEncoder().encodeToString(request.body()) : request.text());
        }
        event.put("isBase64Encoded", binary && request.body().length > 0);
        return event;
    }

    /** What a function that decides gets. */
    ObjectNode toAuthorizer(RestAuthorizer.Lambda authorizer, List<String> identity) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        if (authorizer.isToken()) {
            event.put("type", "TOKEN");
            event.put("methodArn", exchange.methodArn());
            event.put("authorizationToken", identity.getFirst());
            return event;
        }
        event.put("type", "REQUEST");
        event.put("methodArn", exchange.methodArn());
        putRequest(event);
        event.set("requestContext", context(JsonNodeFactory.instance.objectNode(), Optional.empty()));
        return event;
    }

    private void putRequest(ObjectNode event) {
        event.put("resource", match.resource().path());
        event.put("path", exchange.path());
        event.put("httpMethod", exchange.request().method());
        ProxyEvent.putRequest(event, exchange, match.pathParameters());
    }

    private ObjectNode context(ObjectNode authorizer, Optional<Principal> caller) {
        WebRequest request = exchange.request();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", exchange.account().accountId());
        context.put("apiId", exchange.apiId());
        if (!authorizer.isEmpty()) {
            context.set("authorizer", authorizer);
        }
        context.put("deploymentId", deploymentId);
        context.put("domainName", exchange.domainName());
        context.put("domainPrefix", exchange.apiId());
        context.put("extendedRequestId", exchange.requestId());
        context.put("httpMethod", request.method());
        ObjectNode identity = ProxyEvent.identity(request);
        caller.ifPresent(principal -> {
            identity.put("accountId", exchange.account().accountId());
            identity.put("caller", principal.arn());
            identity.put("user", principal.arn());
            identity.put("userArn", principal.arn());
        });
        context.set("identity", identity);
        context.put("path", request.path());
        context.put("protocol", request.protocol());
        context.put("requestId", exchange.requestId());
        context.put("requestTime", exchange.commonLogTime());
        context.put("requestTimeEpoch", exchange.time().toEpochMilli());
        context.put("resourceId", match.resource().id());
        context.put("resourcePath", match.resource().path());
        context.put("stage", exchange.stage());
        return context;
    }

    /** On whose behalf a function is invoked: parameters of the path are stars. */
    String sourceArn() {
        String path = match.resource().path().replaceAll("\\{[^}]*}", "*");
        return exchange.arn(exchange.stage() + "/" + exchange.request().method() + path);
    }
}
