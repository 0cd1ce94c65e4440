package dev.edaworkshop.localcloud.wire;

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
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A service whose actions are HTTP methods and paths, with XML bodies (REST-XML): S3. */
public final class RestXmlService implements ServiceEndpoint {
    private final String signingName;
    private final Iam iam;
    private final Journal journal;
    private final Call.AccessDeniedStyle accessDenied;
    private final QueryCodec codec;
    private final List<Route> routes = new ArrayList<>();

    public RestXmlService(
            String signingName, String namespace, Iam iam, Journal journal, Call.AccessDeniedStyle accessDenied) {
        this.signingName = signingName;
        this.iam = iam;
        this.journal = journal;
        this.accessDenied = accessDenied;
        this.codec = new QueryCodec(namespace, QueryCodec.Names.AS_MODELLED);
    }

    /** What an action does whose request or answer may carry a body that is no XML, such as an object. */
    @FunctionalInterface
    public interface BodyHandler<Q extends SdkPojo, R extends SdkPojo> {
        Answer<R> handle(Call call, Q request, HttpRequest raw);
    }

    /**
     * An answer.
     *
     * @param body what the answer carries instead of XML
     */
    public record Answer<R extends SdkPojo>(R response, Optional<byte[]> body) {
        public static <R extends SdkPojo> Answer<R> of(R response) {
            return new Answer<>(response, Optional.empty());
        }
    }

    /**
     * Which requests an action is for.
     *
     * @param path with the members that travel in it, such as {@code /{Bucket}/{Key+}}
     * @param query parameters that must be there, such as {@code uploads}; with {@code name=value} their values count
     */
    public record Shape(String method, String path, List<String> query) {
        public static Shape of(String method, String path, String... query) {
            return new Shape(method, path, List.of(query));
        }
    }

    /**
     * Adds an action; the first that fits a request is taken, so those with query parameters come first.
     *
     * @param root the root element of the answer's XML; empty if it has none
     */
    public <Q extends SdkPojo, R extends SdkPojo> RestXmlService operation(
            String action,
            Shape shape,
            String root,
            Supplier<? extends SdkBuilder<?, Q>> requestBuilder,
            BodyHandler<Q, R> handler) {
        routes.add(new Route(action, shape, new PathTemplate(shape.path()), (call, path, request) -> {
            SdkBuilder<?, Q> builder = requestBuilder.get();
            read(request, path, (SdkPojo) builder);
            return write(root, handler.handle(call, builder.build(), request));
        }));
        return this;
    }

    @Override
    public String signingName() {
        return signingName;
    }

    @Override
    public SortedSet<String> actions() {
        return routes.stream().map(Route::action).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public HttpResponse handle(Principal caller, HttpRequest request) {
        Call call =
                new Call(caller, iam, journal, accessDenied, UUID.randomUUID().toString());
        HttpResponse response;
        try {
            response = perform(call, request);
        } catch (AwsException e) {
            response = request.method().equals("HEAD")
                    ? HttpResponse.empty(e.status())
                    : HttpResponse.of(e.status(), "application/xml", XmlText.error(e, call.requestId()));
        }
        return response.withHeader("x-amz-request-id", call.requestId());
    }

    private HttpResponse perform(Call call, HttpRequest request) {
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.match(request);
            if (path.isPresent()) {
                return route.perform.answer(call, path.get(), request);
            }
        }
        throw new AwsException(
                501,
                "NotImplemented",
                "The local cloud does not support %s %s?%s of %s. It supports: %s."
                        .formatted(
                                request.method(),
                                request.path(),
                                String.join("&", request.query().keySet()),
                                signingName,
                                String.join(
                                        ", ",
                                        routes.stream()
                                                .map(Route::action)
                                                .sorted()
                                                .distinct()
                                                .toList())));
    }

    private void read(HttpRequest request, Map<String, String> path, SdkPojo builder) {
        for (SdkField<?> field : builder.sdkFields()) {
            switch (field.location()) {
                case PATH, GREEDY_PATH -> set(field, builder, Optional.ofNullable(path.get(field.locationName())));
                case QUERY_PARAM ->
                    set(field, builder, Optional.ofNullable(request.query().get(field.locationName())));
                case HEADER -> {
                    if (Fields.type(field) == MarshallingKnownType.MAP) {
                        field.set(builder, headers(request, field.locationName()));
                    } else {
                        set(field, builder, request.header(field.locationName()));
                    }
                }
                case PAYLOAD -> {
                    if (field.containsTrait(PayloadTrait.class)
                            && Fields.type(field) == MarshallingKnownType.SDK_POJO
                            && request.body().length > 0) {
                        SdkPojo structure = Fields.newStructure(field);
                        codec.read(XmlText.parse(request.text()), structure);
                        field.set(builder, Fields.build(structure));
                    }
                }
                default -> {}
            }
        }
    }

    private static void set(SdkField<?> field, SdkPojo builder, Optional<String> text) {
        // Dates in headers have a form of their own, and nothing here depends on them.
        if (Fields.type(field) != MarshallingKnownType.INSTANT) {
            text.ifPresent(value -> field.set(builder, Fields.scalar(field, value)));
        }
    }

    private static Map<String, String> headers(HttpRequest request, String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }

    private HttpResponse write(String root, Answer<?> answer) {
        SdkPojo response = answer.response();
        int status = 200;
        Map<String, String> headers = new LinkedHashMap<>();
        boolean isXml = !root.isEmpty() && answer.body().isEmpty();
        for (SdkField<?> field : response.sdkFields()) {
            Optional<Object> value = Fields.value(field, response);
            if (field.location() == MarshallLocation.HEADER && value.isPresent()) {
                if (value.get() instanceof Map<?, ?> map) {
                    map.forEach((name, text) -> headers.put(field.locationName() + name, String.valueOf(text)));
                } else {
                    headers.put(field.locationName(), XmlText.header(value.get()));
                }
            }
        }
        headers.putIfAbsent("Content-Type", isXml ? "application/xml" : "application/octet-stream");
        if (headers.containsKey("Content-Range")) {
            status = 206;
        }
        byte[] body = isXml
                ? XmlText.utf8(codec.writeDocument(
                        root, payload(response), field -> field.location() == MarshallLocation.PAYLOAD))
                : answer.body().orElse(new byte[0]);
        return new HttpResponse(status, headers, body);
    }

    /** What stands in the body: the response's own members, or one structure that is the whole body. */
    private static SdkPojo payload(SdkPojo response) {
        return response.sdkFields().stream()
                .filter(field ->
                        field.containsTrait(PayloadTrait.class) && Fields.type(field) == MarshallingKnownType.SDK_POJO)
                .flatMap(field -> Fields.value(field, response).stream())
                .map(SdkPojo.class::cast)
                .findFirst()
                .orElse(response);
    }

    private interface Performer {
        HttpResponse answer(Call call, Map<String, String> path, HttpRequest request);
    }

    private record Route(String action, Shape shape, PathTemplate path, Performer perform) {
        Optional<Map<String, String>> match(HttpRequest request) {
            boolean fits = shape.method().equals(request.method())
                    && shape.query().stream().allMatch(wanted -> hasParameter(request, wanted));
            return fits ? path.match(request.path()) : Optional.empty();
        }

        private static boolean hasParameter(HttpRequest request, String wanted) {
            int equals = wanted.indexOf('=');
            return equals < 0
                    ? request.query().containsKey(wanted)
                    : wanted.substring(equals + 1).equals(request.query().get(wanted.substring(0, equals)));
        }
    }
}
