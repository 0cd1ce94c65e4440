package dev.edaworkshop.localcloud.http;

import java.util.stream.Stream;

/** A failure of the local cloud itself, which no request should be able to cause. */
final class Bug {
    private static final System.Logger LOG = System.getLogger(Bug.class.getName());
    private static final String OURS = "dev.edaworkshop.";

    private Bug() {}

    /** Logs the failure; returns what the client is told. */
    static String report(String service, Throwable failure) {
        String place = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
        LOG.log(System.Logger.Level.ERROR, "A request to " + service + " met a bug of the local cloud.", failure);
        return "The local cloud has failed at %s: %s. This is a bug of the local cloud, not of the request; please report it with both."
                .formatted(place, failure);
    }
}
