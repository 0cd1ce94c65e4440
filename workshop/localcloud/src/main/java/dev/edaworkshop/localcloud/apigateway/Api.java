package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;

/** A deployed API. */
public interface Api {
    /** Ten characters that are also the beginning of its host name. */
    String id();

    /** @param request whose path begins with the stage, as at {@code https://<id>.execute-api…} */
    WebResponse handle(WebRequest request);
}
