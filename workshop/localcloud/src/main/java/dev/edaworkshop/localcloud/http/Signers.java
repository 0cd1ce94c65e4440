package dev.edaworkshop.localcloud.http;

import java.util.Optional;

/** Who signed a request that is not for AWS's own APIs. */
public final class Signers {
    private Signers() {}

    /** The access key of the signature; empty if there is none. Signatures themselves are not checked, as elsewhere. */
    public static Optional<String> of(WebRequest request) {
        return request.header("Authorization")
                .flatMap(CredentialScope::ofHeader)
                .map(CredentialScope::accessKey);
    }
}
