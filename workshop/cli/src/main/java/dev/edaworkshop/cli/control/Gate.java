package dev.edaworkshop.cli.control;

import dev.edaworkshop.cli.web.LabPage;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in the {@code ./lab} commands and the workshop's own page, and nobody else.
 *
 * <p>A web page that an attendee happens to visit must not reach the lab, neither from its own site nor by giving its own
 * host name the loopback address: requests have to name this machine as their host, and what changes something needs a
 * header that other sites cannot send.
 */
final class Gate {
    static final String INTENT = "X-Workshop";

    private static final Pattern HERE = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private Gate() {}

    /** Why the request is not answered; empty if it is. */
    static Optional<String> refusal(HttpRequest request) {
        String host = request.header("Host").orElse("");
        if (!HERE.matcher(host).matches()) {
            return Optional.of("The workshop is at 127.0.0.1 or localhost, and answers to no other name.");
        }
        if (request.header("Origin")
                        .filter(origin -> !origin.equals("http://" + host))
                        .isPresent()
                || !isFromOwnSite(request)) {
            return Optional.of("The workshop answers its own page and ./lab, not other sites.");
        }
        boolean asks = request.method().equals("GET") || request.method().equals("HEAD");
        return asks || request.header(INTENT).isPresent()
                ? Optional.empty()
                : Optional.of("What changes something needs the header %s: 1.".formatted(INTENT));
    }

    /** Browsers say whose page asks; other programs do not. A link to the page may stand anywhere. */
    private static boolean isFromOwnSite(HttpRequest request) {
        Optional<String> site = request.header("Sec-Fetch-Site");
        boolean link = request.method().equals("GET")
                && LabPage.isAddress(request.path())
                && request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                && request.header("Sec-Fetch-Dest").filter("document"::equals).isPresent();
        return link || site.filter(from -> !OWN_SITES.contains(from)).isEmpty();
    }
}
