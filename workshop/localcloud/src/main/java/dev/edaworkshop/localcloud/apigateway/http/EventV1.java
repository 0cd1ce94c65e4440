package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.ProxyEvent;
import dev.edaworkshop.localcloud.http.WebRequest;

/** The event of payload format 1.0, which is like that of REST APIs. */
final class EventV1 {
    private EventV1() {}

    static ObjectNode of(Exchange exchange, Definition.Match match, ObjectNode authorizer) {
        WebRequest request = exchange.request();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "1.0");
        putResource(event, exchange, match);
        ProxyEvent.putRequest(event, exchange, match.pathParameters());
        event.set("requestContext", context(exchange, match, authorizer));
        HttpBody body = HttpBody.of(request);
        event.put("body", body.text().isEmpty() ? null : body.text());
        event.put("isBase64Encoded", body.isBase64());
        return event;
    }

    /** Adds {@code resource}, {@code path} and {@code httpMethod}. */
    static void putResource(ObjectNode event, Exchange exchange, Definition.Match match) {
        event.put("resource", resource(match));
        event.put("path", exchange.request().path());
        event.put("httpMethod", exchange.request().method());
    }

    static ObjectNode context(Exchange exchange, Definition.Match match, ObjectNode authorizer) {
        WebRequest request = exchange.request();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", exchange.account().accountId());
        context.put("apiId", exchange.apiId());
        // Format 2.0 says of which kind the authorizer is, 1.0 does not.
        authorizer.properties().stream()
                .filter(kind -> kind.getValue().isObject())
                .forEach(kind -> context.set("authorizer", kind.getValue()));
        context.put("domainName", exchange.domainName());
        context.put("domainPrefix", exchange.apiId());
        context.put("extendedRequestId", exchange.requestId());
        context.put("httpMethod", request.method());
        context.set("identity", ProxyEvent.identity(request));
        context.put("path", request.path());
        context.put("protocol", request.protocol());
        context.put("requestId", exchange.requestId());
        context.put("requestTime", exchange.commonLogTime());
        context.put("requestTimeEpoch", exchange.time().toEpochMilli());
        context.putNull("resourceId");
        context.put("resourcePath", resource(match));
        context.put("stage", exchange.stage());
        return context;
    }

    private static String resource(Definition.Match match) {
        RouteKey key = match.route().routeKey();
        return key.isDefault() ? RouteKey.DEFAULT : key.path().template();
    }
}
