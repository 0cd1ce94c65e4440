package dev.edaworkshop.localcloud.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A service whose actions are HTTP methods and paths, with JSON bodies (REST-JSON): Lambda, API Gateway. */
public final class RestService implements ServiceEndpoint {
    private final String signingName;
    private final Iam iam;
    private final Journal journal;
    private final Call.AccessDeniedStyle accessDenied;
    private final List<Route> routes = new ArrayList<>();

    public RestService(String signingName, Iam iam, Journal journal, Call.AccessDeniedStyle accessDenied) {
        this.signingName = signingName;
        this.iam = iam;
        this.journal = journal;
        this.accessDenied = accessDenied;
    }

    /**
     * Adds an action.
     *
     * @param path with the members that travel in it, such as {@code /2015-03-31/functions/{FunctionName}/invocations}
     * @param status of a successful answer, unless the response carries its own
     */
    public <Q extends SdkPojo, R extends SdkPojo> RestService operation(
            String action,
            String method,
            String path,
            int status,
            Supplier<? extends SdkBuilder<?, Q>> requestBuilder,
            Handler<Q, R> handler) {
        routes.add(new Route(method, new PathTemplate(path), status, new Operation<>(action, requestBuilder, handler)));
        return this;
    }

    @Override
    public String signingName() {
        return signingName;
    }

    @Override
    public SortedSet<String> actions() {
        return routes.stream().map(route -> route.operation.action()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public HttpResponse handle(Principal caller, HttpRequest request) {
        Call call =
                new Call(caller, iam, journal, accessDenied, UUID.randomUUID().toString());
        try {
            for (Route route : routes) {
                Optional<Map<String, String>> path =
                        route.method.equals(request.method()) ? route.path.match(request.path()) : Optional.empty();
                if (path.isPresent()) {
                    SdkPojo answer = route.operation.perform(call, builder -> read(request, path.get(), builder));
                    return write(answer, route.status).withHeader("x-amzn-RequestId", call.requestId());
                }
            }
            throw new AwsException(
                    404,
                    "UnknownOperationException",
                    "The local cloud does not support %s %s of %s. It supports: %s."
                            .formatted(
                                    request.method(),
                                    request.path(),
                                    signingName,
                                    String.join(
                                            ", ",
                                            routes.stream()
                                                    .map(route -> route.operation.action())
                                                    .sorted()
                                                    .distinct()
                                                    .toList())));
        } catch (AwsException e) {
            return error(e, call.requestId());
        }
    }

    private static HttpResponse error(AwsException e, String requestId) {
        // Lambda spells the member "Message" for these two errors and "message" for the others.
        boolean capital =
                e.code().equals("ResourceNotFoundException") || e.code().equals("AccessDeniedException");
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "User")
                .put(capital ? "Message" : "message", e.message());
        e.members().forEach(body::put);
        return HttpResponse.of(e.status(), "application/json", body.toString())
                .withHeader("x-amzn-ErrorType", e.code())
                .withHeader("x-amzn-RequestId", requestId);
    }

    private static void read(HttpRequest request, Map<String, String> path, SdkPojo builder) {
        boolean bodyIsOneMember = false;
        for (SdkField<?> field : builder.sdkFields()) {
            Optional<String> text =
                    switch (field.location()) {
                        case PATH, GREEDY_PATH -> Optional.ofNullable(path.get(field.locationName()));
                        case QUERY_PARAM -> Optional.ofNullable(request.query().get(field.locationName()));
                        case HEADER -> request.header(field.locationName());
                        default -> Optional.empty();
                    };
            text.ifPresent(value -> field.set(builder, Fields.scalar(field, value)));
            if (isBlobPayload(field)) {
                bodyIsOneMember = true;
                if (request.body().length > 0) {
                    field.set(builder, SdkBytes.fromByteArrayUnsafe(request.body()));
                }
            }
        }
        if (!bodyIsOneMember) {
            JsonCodec.read(request.body(), builder);
        }
    }

    private static HttpResponse write(SdkPojo answer, int defaultStatus) {
        int status = defaultStatus;
        Map<String, String> headers = new LinkedHashMap<>();
        Optional<byte[]> blob = Optional.empty();
        boolean hasBlob = false;
        for (SdkField<?> field : answer.sdkFields()) {
            Optional<Object> value = Fields.value(field, answer);
            if (isBlobPayload(field)) {
                hasBlob = true;
                blob = value.map(bytes -> ((SdkBytes) bytes).asByteArrayUnsafe());
            } else if (field.location() == MarshallLocation.STATUS_CODE && value.isPresent()) {
                status = (Integer) value.get();
            } else if (field.location() == MarshallLocation.HEADER && value.isPresent()) {
                headers.put(field.locationName(), value.get().toString());
            }
        }
        headers.put("Content-Type", "application/json");
        byte[] body = hasBlob ? blob.orElse(new byte[0]) : status == 204 ? new byte[0] : JsonCodec.write(answer);
        return new HttpResponse(status, headers, body);
    }

    private static boolean isBlobPayload(SdkField<?> field) {
        return field.containsTrait(PayloadTrait.class) && Fields.type(field) == MarshallingKnownType.SDK_BYTES;
    }

    private record Route(String method, PathTemplate path, int status, Operation<?, ?> operation) {}
}
