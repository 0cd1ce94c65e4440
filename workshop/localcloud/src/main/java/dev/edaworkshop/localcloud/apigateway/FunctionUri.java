package dev.edaworkshop.localcloud.apigateway;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How integrations and authorizers name a function. */
public final class FunctionUri {
    private static final Pattern INVOCATIONS = Pattern.compile(
            "arn:aws:apigateway:[^:]+:lambda:path/2015-03-31/functions/(arn:aws:lambda:.+)/invocations");

    private FunctionUri() {}

    /**
     * The ARN of the function, with version or alias if there is one.
     *
     * @param uri {@code arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<ARN>/invocations}, or the ARN itself
     * @throws IllegalArgumentException if the URI names no function
     */
    public static String functionArn(String uri) {
        Matcher matcher = INVOCATIONS.matcher(uri);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        if (uri.startsWith("arn:aws:lambda:")) {
            return uri;
        }
        throw new IllegalArgumentException(
                "The URI %s names no Lambda function, and the local cloud integrates nothing else. It must be arn:aws:apigateway:<region>:lambda:path/2015-03-31/functions/<function ARN>/invocations."
                        .formatted(uri));
    }
}
