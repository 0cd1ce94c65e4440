package dev.edaworkshop.localcloud.apigateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a deployed API is reached.
 *
 * <p>In AWS that is {@code https://<id>.execute-api.<region>.amazonaws.com/}. Here it is {@code <endpoint>/_api/<id>/},
 * which needs no name service, or the endpoint with such a {@code Host} header.
 *
 * @param path what follows, as AWS's URL would have it: the stage, unless it is {@code $default}, and the resource
 */
public record ApiAddress(String apiId, String path) {
    private static final Pattern PATH = Pattern.compile("/_api/([^/]+)(/.*)?");
    private static final Pattern HOST = Pattern.compile("([a-z0-9]+)\\.execute-api\\..*");
    private static final Pattern URL =
            Pattern.compile("https://([a-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com");

    /** Empty if the request is for no API. */
    public static Optional<ApiAddress> of(String path, String host) {
        Matcher byPath = PATH.matcher(path);
        if (byPath.matches()) {
            return Optional.of(new ApiAddress(byPath.group(1), byPath.group(2) == null ? "/" : byPath.group(2)));
        }
        Matcher byHost = HOST.matcher(host);
        return byHost.matches()
                ? Optional.of(new ApiAddress(byHost.group(1), path.isEmpty() ? "/" : path))
                : Optional.empty();
    }

    /** The text with every URL of an API in AWS replaced by the one that leads there on this machine. */
    public static String localized(String text, URI endpoint) {
        return URL.matcher(text).replaceAll(match -> Matcher.quoteReplacement(endpoint + "/_api/" + match.group(1)));
    }

    /** What a request for an API that is not there gets; in AWS it would find no host. */
    public static WebResponse unknown(String apiId) {
        String message =
                "No API with id %s is deployed here. `aws apigateway get-rest-apis` and `aws apigatewayv2 get-apis` list those that are."
                        .formatted(apiId);
        return WebResponse.json(
                404,
                JsonNodeFactory.instance.objectNode().put("message", message).toString());
    }
}
