package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;

/** Requests of one seed each, for any service in any of its protocols, most of them broken in some way. */
final class RandomRequests {
    private static final List<String> CONTENT_TYPES = List.of(
            "application/x-amz-json-1.0",
            "application/x-amz-json-1.1",
            "application/json",
            "application/x-www-form-urlencoded",
            "text/xml",
            "multipart/form-data",
            "not/a/type;;;=",
            "");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");

    private final List<ServiceEndpoint> services;

    RandomRequests(List<ServiceEndpoint> services) {
        this.services = List.copyOf(services);
    }

    /** A request that always succeeds. */
    static HttpRequest callerIdentity() {
        return new HttpRequest(
                "POST",
                "/",
                Map.of(),
                headers("sts", "application/x-www-form-urlencoded"),
                utf8("Action=GetCallerIdentity&Version=2011-06-15"));
    }

    HttpRequest request(long seed) {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(random);
        ServiceEndpoint service = values.oneOf(services);
        String name = values.oneOf(List.copyOf(service.actions()));
        Optional<ActionModel> action = ActionModel.of(service.signingName(), name);
        HttpRequest request = action.isEmpty() || values.chance(0.03)
                ? unknown(service.signingName(), values)
                : speak(action.get(), values);
        return values.chance(0.25) ? damaged(request, random, values) : request;
    }

    private static HttpRequest unknown(String service, RandomValues values) {
        Map<String, String> headers = headers(service, values.oneOf(CONTENT_TYPES));
        headers.put("X-Amz-Target", values.text("Name").replaceAll("[^!-~]", "?"));
        return new HttpRequest(values.oneOf(METHODS), "/" + encode(values.text("Name")), Map.of(), headers, utf8("{}"));
    }

    private static HttpRequest speak(ActionModel action, RandomValues values) {
        ObjectNode body = values.body(action.members());
        if (action.service().equals("s3")) {
            return rest(action, values, utf8(values.text("Body")), "application/xml");
        }
        if (List.of("lambda", "apigateway").contains(action.service())) {
            return rest(action, values, utf8(body.toString()), "application/json");
        }
        boolean hasQuery = List.of("sns", "sqs", "sts", "cloudformation").contains(action.service());
        if (hasQuery && (action.target().isEmpty() || values.chance(0.5))) {
            return query(action, body);
        }
        Map<String, String> headers = headers(action.service(), "application/x-amz-json-1.0");
        headers.put("X-Amz-Target", action.target());
        return new HttpRequest("POST", "/", Map.of(), headers, utf8(body.toString()));
    }

    private static HttpRequest rest(ActionModel action, RandomValues values, byte[] body, String contentType) {
        String path = action.path();
        Map<String, String> query = new LinkedHashMap<>();
        int mark = path.indexOf('?');
        if (mark >= 0) {
            for (String parameter : path.substring(mark + 1).split("&", -1)) {
                query.put(parameter.replaceAll("=.*", ""), parameter.replaceAll("^[^=]*=?", ""));
            }
            path = path.substring(0, mark);
        }
        Map<String, String> headers = headers(action.service(), contentType);
        for (SdkField<?> member : action.members()) {
            String value = values.text(member.memberName());
            switch (member.location()) {
                case PATH, GREEDY_PATH -> {
                    path = path.replace("{" + member.locationName() + "}", encode(value));
                    path = path.replace("{" + member.locationName() + "+}", encode(value));
                }
                case QUERY_PARAM -> {
                    if (values.chance(0.3)) {
                        query.put(member.locationName(), value);
                    }
                }
                case HEADER -> {
                    if (values.chance(0.1)) {
                        headers.put(member.locationName(), value.replaceAll("[^ -~]", "?"));
                    }
                }
                default -> {}
            }
        }
        String method = action.method().name();
        boolean hasBody = method.startsWith("P");
        // The bucket is part of the host name in the SDK's model.
        String target = action.service().equals("s3") ? "/shop" + path : path;
        return new HttpRequest(method, target, query, headers, hasBody ? body : new byte[0]);
    }

    private static HttpRequest query(ActionModel action, JsonNode body) {
        List<String> parameters = new ArrayList<>(List.of("Action=" + action.action(), "Version=2012-11-05"));
        flatten("", body, parameters);
        return new HttpRequest(
                "POST",
                "/",
                Map.of(),
                headers(action.service(), "application/x-www-form-urlencoded"),
                utf8(String.join("&", parameters)));
    }

    private static void flatten(String path, JsonNode node, List<String> into) {
        String prefix = path.isEmpty() ? "" : path + ".";
        if (node.isObject()) {
            int number = 1;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                flatten(prefix + member.getKey(), member.getValue(), into);
                into.add(encode(prefix + "entry." + number + ".key") + "=" + encode(member.getKey()));
                flatten(prefix + "entry." + number++ + ".value", member.getValue(), into);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(prefix + "member." + (i + 1), node.get(i), into);
                flatten(prefix + (i + 1), node.get(i), into);
            }
        } else {
            into.add(encode(path) + "=" + encode(node.asText()));
        }
    }

    private static HttpRequest damaged(HttpRequest request, Random random, RandomValues values) {
        byte[] body = request.body();
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        String method = request.method();
        switch (random.nextInt(8)) {
            case 0 -> body = Arrays.copyOf(body, body.length / 2);
            case 1 -> body = join(body, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
            case 2 -> body = utf8("[".repeat(1 + random.nextInt(100_000)));
            case 3 -> body = utf8("{\"a\":".repeat(900) + "1" + "}".repeat(900));
            case 4 -> headers.put("content-type", values.oneOf(CONTENT_TYPES));
            case 5 -> headers.remove("x-amz-target");
            case 6 -> method = values.oneOf(METHODS);
            default -> {
                for (int i = 0; i < body.length; i += 1 + random.nextInt(40)) {
                    body[i] = (byte) random.nextInt(256);
                }
            }
        }
        return new HttpRequest(method, request.path(), request.query(), headers, body);
    }

    private static Map<String, String> headers(String service, String contentType) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=anything/20261121/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                        .formatted(service));
        headers.put("Content-Type", contentType);
        return headers;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
