package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.QueryString;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parts of a request as REST APIs name them: {@code method.request.header.Authorization}. */
final class RestParameters {
    private static final String HEADER = "method.request.header.";
    private static final String QUERY = "method.request.querystring.";
    private static final String MULTI_QUERY = "method.request.multivaluequerystring.";
    private static final String PATH = "method.request.path.";
    private static final String STAGE_VARIABLE = "stageVariables.";

    private RestParameters() {}

    /** @throws IllegalArgumentException if there is no such part, or the local cloud does not know it */
    static void check(String name) {
        boolean known = List.of(HEADER, QUERY, MULTI_QUERY, PATH, STAGE_VARIABLE).stream()
                .anyMatch(name::startsWith);
        if (!known) {
            throw new IllegalArgumentException(
                    "The local cloud does not support the request parameter %s. It supports method.request.header.<name>, method.request.querystring.<name>, method.request.path.<name> and stageVariables.<name>."
                            .formatted(name));
        }
    }

    /** The last part of the name, as errors have it. */
    static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Empty if the request has no such part, or it is empty. */
    static Optional<String> value(String name, Exchange exchange, Map<String, String> pathParameters) {
        Optional<String> value = Optional.empty();
        if (name.startsWith(HEADER)) {
            value = exchange.request().header(name.substring(HEADER.length()));
        } else if (name.startsWith(QUERY) || name.startsWith(MULTI_QUERY)) {
            value = Optional.ofNullable(
                            QueryString.parse(exchange.request().rawQuery()).get(shortName(name)))
                    .map(List::getLast);
        } else if (name.startsWith(PATH)) {
            value = Optional.ofNullable(pathParameters.get(shortName(name)));
        } else if (name.startsWith(STAGE_VARIABLE)) {
            value = Optional.ofNullable(exchange.stageVariables().get(shortName(name)));
        }
        return value.filter(text -> !text.isEmpty());
    }
}
