package dev.edaworkshop.localcloud.wire;

import dev.edaworkshop.localcloud.iam.Principal;

/** A service as seen from the wire. */
public interface ServiceEndpoint {
    /** The service name in SigV4 credential scopes, such as {@code sns}. */
    String signingName();

    HttpResponse handle(Principal caller, HttpRequest request);
}
