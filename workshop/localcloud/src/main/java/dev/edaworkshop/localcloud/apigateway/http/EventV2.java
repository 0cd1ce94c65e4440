package dev.edaworkshop.localcloud.apigateway.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.QueryString;
import dev.edaworkshop.localcloud.apigateway.RequestHeaders;
import dev.edaworkshop.localcloud.http.WebRequest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The event of payload format 2.0: header names in lower case, repeated values joined by commas, what is absent is missing.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Payload format version</a>
 */
final class EventV2 {
    private EventV2() {}

    /** @param authorizer what an authorizer found out; empty if the route has none */
    static ObjectNode of(Exchange exchange, Definition.Match match, ObjectNode authorizer) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("version", "2.0");
        event.put("routeKey", match.route().key());
        putRequest(event, exchange, match, authorizer);
        HttpBody body = HttpBody.of(exchange.request());
        if (!body.text().isEmpty()) {
            event.put("body", body.text());
        }
        event.put("isBase64Encoded", body.isBase64());
        return event;
    }

    /** Adds {@code rawPath} to {@code stageVariables}. */
    static void putRequest(ObjectNode event, Exchange exchange, Definition.Match match, ObjectNode authorizer) {
        event.put("rawPath", exchange.request().path());
        event.put("rawQueryString", exchange.request().rawQuery());
        putCookiesAndHeaders(event, exchange.request());
        Map<String, String> query = new TreeMap<>();
        QueryString.parse(exchange.request().rawQuery())
                .forEach((name, values) -> query.put(name, String.join(",", values)));
        putTexts(event, "queryStringParameters", query);
        event.set("requestContext", context(exchange, match, authorizer));
        putTexts(event, "pathParameters", match.pathParameters());
        putTexts(event, "stageVariables", exchange.stageVariables());
    }

    private static ObjectNode context(Exchange exchange, Definition.Match match, ObjectNode authorizer) {
        WebRequest request = exchange.request();
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.put("accountId", exchange.account().accountId());
        context.put("apiId", exchange.apiId());
        if (!authorizer.isEmpty()) {
            context.set("authorizer", authorizer);
        }
        context.put("domainName", exchange.domainName());
        context.put("domainPrefix", exchange.apiId());
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", request.path());
        http.put("protocol", request.protocol());
        http.put("sourceIp", request.sourceIp());
        http.put("userAgent", request.header("User-Agent").orElse(""));
        context.put("requestId", exchange.requestId());
        context.put("routeKey", match.route().key());
        context.put("stage", exchange.stage());
        context.put("time", exchange.commonLogTime());
        context.put("timeEpoch", exchange.time().toEpochMilli());
        return context;
    }

    private static void putCookiesAndHeaders(ObjectNode event, WebRequest request) {
        Map<String, String> headers = new TreeMap<>();
        ArrayNode cookies = JsonNodeFactory.instance.arrayNode();
        for (WebRequest.Header header : RequestHeaders.of(request)) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("cookie")) {
                Pattern.compile(";\\s*").splitAsStream(header.value()).forEach(cookies::add);
            } else {
                headers.merge(name, header.value(), (first, second) -> first + "," + second);
            }
        }
        if (!cookies.isEmpty()) {
            event.set("cookies", cookies);
        }
        putTexts(event, "headers", headers);
    }

    private static void putTexts(ObjectNode event, String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode object = event.putObject(name);
            texts.forEach(object::put);
        }
    }
}
