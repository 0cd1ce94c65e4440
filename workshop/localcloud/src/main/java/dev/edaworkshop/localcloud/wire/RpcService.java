package dev.edaworkshop.localcloud.wire;

import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Journal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A service whose actions are named in the request: AWS JSON ({@code X-Amz-Target}), Query ({@code Action=}), or both.
 *
 * <p>The table of operations is what is supported; any other action is refused by name.
 */
public final class RpcService implements ServiceEndpoint {
    private final String signingName;
    private final Iam iam;
    private final Journal journal;
    private final Call.AccessDeniedStyle accessDenied;
    private final Map<String, Operation<?, ?>> operations = new HashMap<>();
    private String missingMember = "ValidationException";
    private Optional<Json> json = Optional.empty();
    private Optional<QueryCodec> query = Optional.empty();

    /** @param signingName the service in SigV4 credential scopes */
    public RpcService(String signingName, Iam iam, Journal journal, Call.AccessDeniedStyle accessDenied) {
        this.signingName = signingName;
        this.iam = iam;
        this.journal = journal;
        this.accessDenied = accessDenied;
    }

    /**
     * Speaks AWS JSON.
     *
     * @param targetPrefix such as {@code AmazonSQS.}
     * @param version {@code 1.0} or {@code 1.1}
     * @param errorPrefix what precedes an error's name in {@code __type}, such as {@code com.amazonaws.sqs#}
     */
    public RpcService json(String targetPrefix, String version, String errorPrefix) {
        json = Optional.of(new Json(targetPrefix, "application/x-amz-json-" + version, errorPrefix));
        return this;
    }

    /** Speaks Query, with member names as AWS's model has them. */
    public RpcService query(String namespace) {
        query = Optional.of(new QueryCodec(namespace, QueryCodec.Names.AS_MODELLED));
        return this;
    }

    /** Speaks Query with flattened lists and maps, under other names than the model's. */
    public RpcService flattenedQuery(String namespace, Map<String, String> wireNames) {
        query = Optional.of(new QueryCodec(namespace, new QueryCodec.Names(wireNames, true)));
        return this;
    }

    /** How the service spells the error of a request that lacks a member; for the operations that follow. */
    public RpcService missingMember(String errorCode) {
        missingMember = errorCode;
        return this;
    }

    /** @param required members without which a request is refused before anything else is looked at */
    public <Q extends SdkPojo, R extends SdkPojo> RpcService operation(
            String action,
            Supplier<? extends SdkBuilder<?, Q>> requestBuilder,
            Handler<Q, R> handler,
            String... required) {
        operations.put(
                action,
                new Operation<>(action, requestBuilder, handler, new Required(List.of(required), missingMember)));
        return this;
    }

    @Override
    public String signingName() {
        return signingName;
    }

    @Override
    public SortedSet<String> actions() {
        return new TreeSet<>(operations.keySet());
    }

    @Override
    public HttpResponse handle(Principal caller, HttpRequest request) {
        String requestId = UUID.randomUUID().toString();
        Call call = new Call(caller, iam, journal, accessDenied, requestId);
        Optional<String> target = request.header("X-Amz-Target");
        if (json.isPresent() && target.isPresent()) {
            return handleJson(json.get(), target.get(), call, request);
        }
        if (query.isPresent()) {
            return handleQuery(query.get(), call, request);
        }
        return HttpResponse.of(
                400,
                "application/json",
                "{\"__type\":\"UnknownOperationException\",\"message\":\"The header X-Amz-Target is missing\"}");
    }

    private HttpResponse handleJson(Json protocol, String target, Call call, HttpRequest request) {
        HttpResponse response;
        try {
            if (!target.startsWith(protocol.targetPrefix)) {
                throw unsupported(target);
            }
            SdkPojo answer = operation(target.substring(protocol.targetPrefix.length()))
                    .perform(call, builder -> JsonCodec.read(request.body(), builder));
            response = new HttpResponse(200, Map.of("Content-Type", protocol.contentType), JsonCodec.write(answer));
        } catch (AwsException e) {
            response =
                    JsonError.response(protocol.contentType, e.status(), protocol.errorPrefix + e.code(), e.message());
            if (!e.queryCode().equals(e.code())) {
                response = response.withHeader("x-amzn-query-error", e.queryCode() + ";Sender");
            }
        }
        return response.withHeader("x-amzn-RequestId", call.requestId());
    }

    private HttpResponse handleQuery(QueryCodec codec, Call call, HttpRequest request) {
        Map<String, String> parameters = parameters(request);
        int status = 200;
        String body;
        try {
            String action = parameters.getOrDefault("Action", "");
            SdkPojo answer = operation(action).perform(call, builder -> codec.read(parameters, builder));
            body = codec.write(action, answer, call.requestId());
        } catch (AwsException e) {
            status = e.status();
            body = codec.writeError(e, call.requestId());
        }
        return HttpResponse.of(status, "text/xml", body).withHeader("x-amzn-RequestId", call.requestId());
    }

    private Operation<?, ?> operation(String action) {
        Operation<?, ?> operation = operations.get(action);
        if (operation == null) {
            throw unsupported(action);
        }
        return operation;
    }

    private AwsException unsupported(String action) {
        List<String> supported = List.copyOf(new TreeMap<>(operations).keySet());
        return new AwsException(
                400,
                "InvalidAction",
                "The local cloud does not support action '%s' of %s. It supports: %s."
                        .formatted(action, signingName, String.join(", ", supported)));
    }

    private static Map<String, String> parameters(HttpRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>(request.query());
        for (String pair : request.text().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AwsException(400, "MalformedQueryString", "The query string is malformed: " + e.getMessage());
        }
    }

    private record Json(String targetPrefix, String contentType, String errorPrefix) {}
}
