package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.QueryString;
import java.util.List;
import java.util.Optional;

/** Where an authorizer of an HTTP API finds who calls. */
final class IdentitySources {
    private static final String HEADER = "$request.header.";
    private static final String QUERY = "$request.querystring.";
    private static final String CONTEXT = "$context.";
    private static final String STAGE_VARIABLE = "$stageVariables.";

    private IdentitySources() {}

    /** @throws IllegalArgumentException if the local cloud does not know such a source */
    static void check(String source) {
        boolean known = source.startsWith(HEADER)
                || source.startsWith(QUERY)
                || source.startsWith(STAGE_VARIABLE)
                || source.equals("$context.routeKey");
        if (!known) {
            throw new IllegalArgumentException(
                    "The local cloud does not support the identity source %s. It supports $request.header.<name>, $request.querystring.<name>, $stageVariables.<name> and $context.routeKey."
                            .formatted(source));
        }
    }

    /** The values of all sources; empty if one is missing. */
    static Optional<List<String>> values(List<String> sources, Exchange exchange, String routeKey) {
        List<Optional<String>> values = sources.stream()
                .map(source -> value(source, exchange, routeKey))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    private static Optional<String> value(String source, Exchange exchange, String routeKey) {
        Optional<String> value = Optional.empty();
        if (source.startsWith(HEADER)) {
            value = exchange.request().header(source.substring(HEADER.length()));
        } else if (source.startsWith(QUERY)) {
            value = Optional.ofNullable(
                            QueryString.parse(exchange.request().rawQuery()).get(source.substring(QUERY.length())))
                    .map(List::getLast);
        } else if (source.startsWith(STAGE_VARIABLE)) {
            value = Optional.ofNullable(exchange.stageVariables().get(source.substring(STAGE_VARIABLE.length())));
        } else if (source.startsWith(CONTEXT)) {
            value = Optional.of(routeKey);
        }
        return value.filter(text -> !text.isEmpty());
    }
}
