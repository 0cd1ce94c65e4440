package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebRequest.Header;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Parts of the event of a Lambda proxy integration, format 1.0; what is absent is null.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda proxy integrations</a>
 */
public final class ProxyEvent {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProxyEvent() {}

    /** Adds {@code headers} to {@code stageVariables}. */
    public static void putRequest(ObjectNode event, Exchange exchange, Map<String, String> pathParameters) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Map<String, String> spelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : RequestHeaders.of(exchange.request())) {
            headers.computeIfAbsent(
                            spelling.computeIfAbsent(header.name(), name -> name), name -> new java.util.ArrayList<>())
                    .add(header.value());
        }
        Map<String, List<String>> query = QueryString.parse(exchange.request().rawQuery());
        putLast(event, "headers", headers);
        putAll(event, "multiValueHeaders", headers);
        putLast(event, "queryStringParameters", query);
        putAll(event, "multiValueQueryStringParameters", query);
        putTexts(event, "pathParameters", pathParameters);
        putTexts(event, "stageVariables", exchange.stageVariables());
    }

    /** The part of the request context that says who calls; REST APIs know more of it. */
    public static ObjectNode identity(WebRequest request) {
        ObjectNode identity = NODES.objectNode();
        for (String unknown : Arrays.asList(
                "accessKey",
                "accountId",
                "caller",
                "cognitoAuthenticationProvider",
                "cognitoAuthenticationType",
                "cognitoIdentityId",
                "cognitoIdentityPoolId",
                "principalOrgId")) {
            identity.putNull(unknown);
        }
        identity.put("sourceIp", request.sourceIp());
        identity.putNull("user");
        identity.put("userAgent", request.header("User-Agent").orElse(null));
        identity.putNull("userArn");
        return identity;
    }

    /** An object of texts, or null if there is none. */
    public static void putTexts(ObjectNode event, String name, Map<String, String> texts) {
        if (texts.isEmpty()) {
            event.putNull(name);
        } else {
            ObjectNode object = event.putObject(name);
            texts.forEach(object::put);
        }
    }

    private static void putLast(ObjectNode event, String name, Map<String, List<String>> values) {
        putTexts(
                event,
                name,
                values.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getValue().getLast(),
                                (a, b) -> b,
                                LinkedHashMap::new)));
    }

    private static void putAll(ObjectNode event, String name, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(name);
        } else {
            ObjectNode object = event.putObject(name);
            values.forEach((key, all) -> all.forEach(object.withArray("/" + escape(key))::add));
        }
    }

    /** As JSON pointers write a name. */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
