package dev.edaworkshop.cli.web;

import dev.edaworkshop.cli.resident.HttpPortOwner;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * The workshop's page below {@code /_lab/ui/}: its files, and what it asks while it is open.
 *
 * <p>Whoever passes a request on has made sure that it may be answered.
 */
public final class LabPage {
    private static final String PATH = HttpPortOwner.PATH + "/ui/";

    private final Account account;
    private final PageFeed feed;

    /**
     * @param title what the page is about: the folder name of the lab, or {@code cloud}
     * @param account whose events it shows, from now on
     */
    public LabPage(String title, Account account) {
        this.account = account;
        feed = new PageFeed(title, account);
    }

    /** Where the page of a local cloud is. */
    public static URI address(URI endpoint) {
        return endpoint.resolve(PATH);
    }

    /** Whether somebody who types the path into a browser means the page. */
    public static boolean isAddress(String path) {
        return path.equals("/") || path.equals(HttpPortOwner.PATH) || (path + "/").startsWith(PATH);
    }

    /** Sends a browser to the page, if it came by a shorter way. */
    public static boolean redirects(HttpRequest request, ServerResponse response) {
        boolean shortWay = isAddress(request.path()) && !request.path().startsWith(PATH);
        if (!shortWay
                || request.header("Accept")
                        .filter(wanted -> wanted.contains("text/html"))
                        .isEmpty()) {
            return false;
        }
        response.status(Status.FOUND_302).header(HeaderNames.LOCATION, PATH).send();
        return true;
    }

    /** Answers, if the request is for the page. */
    public boolean answers(HttpRequest request, ServerResponse response) throws IOException {
        if (!request.path().startsWith(PATH)) {
            return false;
        }
        String name = request.path().substring(PATH.length());
        switch (name) {
            case "stream" -> feed.stream(request, response);
            case "graph" -> json(response, GraphJson.of(account.picture()).toString());
            case "hops" -> json(response, HopSearch.of(request).in(account).toString());
            case "event" -> json(response, JourneyJson.of(request, account).toString());
            default -> file(name, response);
        }
        return true;
    }

    private static void file(String name, ServerResponse response) throws IOException {
        Optional<PageFile> file = PageFile.named(name.isEmpty() ? "index.html" : name);
        if (file.isPresent()) {
            file.get().send(response);
        } else {
            response.status(Status.NOT_FOUND_404).send("The page has no file " + name);
        }
    }

    private static void json(ServerResponse response, String body) {
        PageFile.secure(response);
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(body);
    }
}
