package dev.edaworkshop.localcloud.http;

import dev.edaworkshop.localcloud.wire.HttpRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signed request says about itself.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version 4</a>
 */
record CredentialScope(String accessKey, String region, String service) {
    private static final Pattern HEADER = Pattern.compile("Credential=([^/,\\s]+)/\\d+/([^/]+)/([^/]+)/aws4_request");
    private static final Pattern PARAMETER = Pattern.compile("([^/]+)/\\d+/([^/]+)/([^/]+)/aws4_request");

    /** Reads the Authorization header, or the query parameter of a presigned URL. */
    static Optional<CredentialScope> of(HttpRequest request) {
        return request.header("Authorization")
                .map(HEADER::matcher)
                .or(() -> Optional.ofNullable(request.query().get("X-Amz-Credential"))
                        .map(PARAMETER::matcher))
                .flatMap(CredentialScope::of);
    }

    /** Reads an Authorization header. */
    static Optional<CredentialScope> ofHeader(String authorization) {
        return of(HEADER.matcher(authorization));
    }

    private static Optional<CredentialScope> of(Matcher matcher) {
        return matcher.find()
                ? Optional.of(new CredentialScope(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
