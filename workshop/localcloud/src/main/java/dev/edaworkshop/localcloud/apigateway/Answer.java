package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.http.WebResponse;

/**
 * What the client is told, and why, in words for the journal.
 *
 * @param why empty if there is nothing to explain
 */
public record Answer(WebResponse response, String why) {
    public Answer(WebResponse response) {
        this(response, "");
    }
}
