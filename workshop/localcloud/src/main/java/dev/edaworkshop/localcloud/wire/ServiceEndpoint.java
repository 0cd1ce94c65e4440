package dev.edaworkshop.localcloud.wire;

import dev.edaworkshop.localcloud.iam.Principal;
import java.util.SortedSet;

/** A service as seen from the wire. */
public interface ServiceEndpoint {
    /** The service name in SigV4 credential scopes, such as {@code sns}. */
    String signingName();

    /** The actions it supports; any other is refused by name. */
    SortedSet<String> actions();

    HttpResponse handle(Principal caller, HttpRequest request);
}
