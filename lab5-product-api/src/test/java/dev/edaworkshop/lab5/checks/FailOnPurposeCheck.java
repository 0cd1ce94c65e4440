package dev.edaworkshop.lab5.checks;

import dev.edaworkshop.lab5.checks.Shop.Reply;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Hop.Kind;
import dev.edaworkshop.testkit.DeployedLab;
import dev.edaworkshop.testkit.DeployedLab.Fault;
import dev.edaworkshop.testkit.Exercise;
import dev.edaworkshop.testkit.Red;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Asks for what is not there, creates what is there, has DynamoDB throttle, and reads what a stranger would read. */
@Exercise(value = "5.3", aboutDeliveries = false)
class FailOnPurposeCheck {

    private static final String RETRY_AFTER = "retry-after";
    private static final String CORRELATION_ID = Reply.CORRELATION_ID;

    /** What an answer must not contain: names of classes and packages, of AWS's services and resources. */
    private static final Pattern LEAK = Pattern.compile(
            "\\w*Exception\\b|\\b(?:software\\.amazon|java\\.|dev\\.edaworkshop)[\\w.]*|arn:aws:\\S*|(?i:dynamo_?db)|Throughput\\w*|Service: \\w+");

    @Test
    void each_failure_is_told_in_the_words_of_the_layer_that_it_reaches(DeployedLab lab) {
        try (Shop shop = Shop.open(lab)) {
            requireStatus(shop.put("/products/p-1", product("24.90")), "wrong-status", 200, 201);
            lab.drain();
            int published = published(lab);

            failsAsItShould(lab, shop);
            failsUnderThrottling(lab, shop);

            requireUnchanged(shop);
            lab.drain();
            if (published(lab) != published) {
                throw Red.because(
                        "changed-anyway",
                        "a request that failed changed nothing, so there is nothing to tell",
                        "%d events were published about requests that failed".formatted(published(lab) - published));
            }
        }
    }

    private static void failsAsItShould(DeployedLab lab, Shop shop) {
        String id = lab.source() + "-missing";
        Reply missing = shop.get("/products/p-404", CORRELATION_ID, id);
        requireStatus(missing, "wrong-status", 404);
        requireDiscreet(missing, id);
        Reply missingToo = shop.delete("/products/p-404", CORRELATION_ID, id);
        requireStatus(missingToo, "wrong-status", 404);
        requireDiscreet(missingToo, id);

        Reply twice = shop.put("/products/p-1", product("19.90"), CORRELATION_ID, id);
        requireStatus(twice, "wrong-status", 409);
        requireDiscreet(twice, id);

        Reply stale = shop.put("/products/p-1", product("19.90"), "If-Match", "\"7\"", CORRELATION_ID, id);
        requireStatus(stale, "wrong-status", 412, 409);
        requireDiscreet(stale, id);
    }

    private static void failsUnderThrottling(DeployedLab lab, Shop shop) {
        String table = lab.output("ProductTable");
        String id = lab.source() + "-throttled";
        try (Fault _ = lab.throttle(table, Set.of("GetItem", "BatchGetItem", "Query", "Scan"))) {
            for (String path : List.of("/products/p-1", "/products?category=toys", "/products")) {
                requireBusy(shop.get(path, CORRELATION_ID, id), id);
            }
        }
        try (Fault _ = lab.throttle(table, Set.of("DeleteItem", "TransactWriteItems"))) {
            requireBusy(shop.delete("/products/p-1", CORRELATION_ID, id), id);
        }
        try (Fault _ = lab.throttle(table, Set.of("PutItem", "UpdateItem", "TransactWriteItems"))) {
            Reply put = shop.put("/products/p-2", product("24.90"), CORRELATION_ID, id);
            requireBusy(put, id);
            requireTranslated(put);
        }
        requireLogged(lab, id);
    }

    private static void requireBusy(Reply reply, String id) {
        if (reply.status() == 404) {
            boolean read = reply.request().startsWith("GET");
            throw Red.because(
                    read ? "throttled-is-missing" : "throttled-is-refused",
                    "a busy table is no missing product: 500, or 503",
                    "%s: a throttled %s was reported as 'not found'"
                            .formatted(reply.request(), read ? "read" : "write"));
        }
        if (reply.isSuccess()) {
            throw Red.because(
                    "throttled-is-empty",
                    "when the table does not answer, nobody claims to know: 500, or 503",
                    "DynamoDB throttled every request, and %s was answered %d %s"
                            .formatted(reply.request(), reply.status(), reply.body()));
        }
        // What it tells is asked first: a stranger reads the body, not the status.
        requireDiscreet(reply, id);
        requireStatus(reply, "wrong-status", 500, 503);
        if (reply.status() == 503 && reply.header(RETRY_AFTER).isEmpty()) {
            throw Red.because(
                    "no-retry-after",
                    "503 comes with the header " + RETRY_AFTER,
                    "%s was answered 503, without %s: how long is the client to wait?"
                            .formatted(reply.request(), RETRY_AFTER));
        }
        if (!reply.body().contains(id)) {
            throw Red.because(
                    "no-correlation-id",
                    "who has to report a failure finds the correlation id in the answer",
                    "%s was answered %d %s, without the id %s"
                            .formatted(reply.request(), reply.status(), reply.body(), id));
        }
    }

    /** A plain 500 looks the same from outside, whoever translated; the log has what went up through the domain. */
    private static void requireTranslated(Reply reply) {
        String trace = reply.errors().stackTrace(reply.header(CORRELATION_ID));
        if (!trace.isEmpty() && !trace.contains("StoreUnavailableException")) {
            throw Red.because(
                    "untranslated",
                    "what DynamoDB throws when it is busy, the port calls StoreUnavailableException",
                    "DynamoDB throttled %s, and its own exception went up through the domain:%s"
                            .formatted(reply.request(), reply.why()));
        }
    }

    private static void requireDiscreet(Reply reply, String id) {
        Matcher leak = LEAK.matcher(reply.body());
        if (leak.find()) {
            throw Red.because(
                    "leaks",
                    "an answer says what the client needs to know, and not what the shop is built of",
                    "The answer to %s tells a stranger about `%s`".formatted(reply.request(), leak.group()));
        }
        if (!reply.header(CORRELATION_ID).equals(id)) {
            throw Red.because(
                    "no-correlation-id",
                    "the client's correlation id comes back in every answer, as the header " + CORRELATION_ID,
                    "%s was sent with %s and answered with `%s`"
                            .formatted(reply.request(), id, reply.header(CORRELATION_ID)));
        }
    }

    private static void requireStatus(Reply reply, String mistake, int... expected) {
        for (int status : expected) {
            if (reply.status() == status) {
                return;
            }
        }
        Matcher leak = LEAK.matcher(reply.body());
        if (leak.find()) {
            throw Red.because(
                    "leaks",
                    "%s is answered %d".formatted(reply.request(), expected[0]),
                    "It was answered %d, and tells a stranger about `%s`".formatted(reply.status(), leak.group()));
        }
        throw Red.because(
                mistake,
                "%s is answered %d".formatted(reply.request(), expected[0]),
                "It was answered %s".formatted(reply.inWords()));
    }

    private static void requireLogged(DeployedLab lab, String id) {
        Optional<String> line = lab.printed(lab.output("StorefrontFunction")).stream()
                .filter(printed -> printed.contains(id))
                .findFirst();
        if (line.isEmpty()) {
            throw Red.because(
                    "not-in-the-log",
                    "what the client is not told is in the log, under the same correlation id",
                    "The storefront's log has no line with %s. How will you find out what happened?".formatted(id));
        }
    }

    private static void requireUnchanged(Shop shop) {
        Reply product = shop.get("/products/p-1");
        if (!product.isSuccess() || !product.body().contains("24.9")) {
            throw Red.because(
                    "changed-anyway",
                    "after all these failures the product is what it was",
                    "%s was answered %d %s".formatted(product.request(), product.status(), product.body()));
        }
    }

    private static int published(DeployedLab lab) {
        return (int) lab.journal().stream()
                .map(Hop::kind)
                .filter(kind -> kind == Kind.PUBLISHED)
                .count();
    }

    private static String product(String price) {
        return """
                {"sku": "TOY-0001", "name": "Wooden boat", "category": "toys", "price": %s, "cost": 11.20, "region": "eu"}""".formatted(price);
    }
}
