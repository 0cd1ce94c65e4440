package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.http.WebResponse;

/** What an HTTP API answers by itself. */
final class HttpErrors {
    private HttpErrors() {}

    static Answer notFound(String why) {
        return answer(404, "Not Found", why);
    }

    static Answer forbidden(String why) {
        return answer(403, "Forbidden", why);
    }

    /** @param challenge the header {@code www-authenticate} */
    static Answer unauthorized(String challenge, String why) {
        Answer answer = answer(401, "Unauthorized", why);
        return new Answer(answer.response().with("www-authenticate", challenge), why);
    }

    static Answer unauthorized(String why) {
        return answer(401, "Unauthorized", why);
    }

    static Answer tooLarge(String why) {
        return answer(413, "Request Entity Too Large", why);
    }

    static Answer tooManyRequests(String why) {
        return answer(429, "Too Many Requests", why);
    }

    static Answer internal(String why) {
        return answer(500, "Internal Server Error", why);
    }

    static Answer unavailable(String why) {
        return answer(503, "Service Unavailable", why);
    }

    private static Answer answer(int status, String message, String why) {
        return new Answer(WebResponse.json(status, "{\"message\":\"" + message + "\"}"), why);
    }
}
