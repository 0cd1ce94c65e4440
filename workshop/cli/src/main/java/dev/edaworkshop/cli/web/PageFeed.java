package dev.edaworkshop.cli.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What happens, as server-sent events, for as long as a page is open.
 *
 * <p>At first a page is told {@code hello}: which run of the cloud this is, and all counts. Then it gets a {@code frame}
 * up to ten times a second, if there is anything to tell:
 * {@snippet lang=json :
 * {"last": 123, "hops": [{"number": 123, "kind": "DELIVERED", "from": "arn:…", "to": "arn:…", …}], "omitted": 0,
 *  "counts": [["arn:…", "arn:…", "DELIVERED", 17]], "stations": {"arn:…": {"visible": 3}}}
 * }
 *
 * <p>A frame's id is the run and the number of the newest hop, so that a page that lost its connection gets what it has
 * missed. Counts are totals: told twice, they are still right.
 */
final class PageFeed {
    private static final int FRAME_MILLIS = 100;
    private static final int LOOK_MILLIS = 250;
    private static final int ALIVE_MILLIS = 10_000;

    private final String title;
    private final Account account;
    private final Counts counts;
    private final String run = UUID.randomUUID().toString();

    PageFeed(String title, Account account) {
        this.title = title;
        this.account = account;
        counts = new Counts(new Stations(account));
        // For as long as the account is there.
        account.journal().listen(counts);
    }

    /** Tells until the page is closed. */
    void stream(HttpRequest request, ServerResponse response) throws IOException {
        PageFile.secure(response);
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
        try (var listening = account.journal().listen(hop -> news.offer(true));
                OutputStream out = response.outputStream()) {
            new Telling(out, news).tell(seenBefore(request));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The newest hop that the page has seen of this run; of another one it has seen nothing. */
    private long seenBefore(HttpRequest request) {
        String[] id = request.header("Last-Event-ID")
                .orElseGet(() -> request.query().getOrDefault("after", ""))
                .split("/", 2);
        return id.length == 2 && id[0].equals(run) && id[1].matches("\\d{1,18}") ? Long.parseLong(id[1]) : -1;
    }

    /** To one page. */
    private final class Telling {
        private final OutputStream out;
        private final BlockingQueue<Boolean> news;
        private final StationStates states = new StationStates(account);
        private Counts.Totals told = counts.totals();
        private String graph = "";
        private long looked;

        Telling(OutputStream out, BlockingQueue<Boolean> news) {
            this.out = out;
            this.news = news;
        }

        /** @param seen the newest hop that the page knows; negative if it is new here */
        void tell(long seen) throws IOException, InterruptedException {
            told = counts.totals();
            long last = seen < 0 ? told.last() : seen;
            send("hello", hello(seen), last);
            long silence = 0;
            while (true) {
                List<Hop> hops = account.journal().hopsAfter(last);
                ObjectNode frame = frame(hops, last);
                if (frame.isEmpty()) {
                    silence += LOOK_MILLIS;
                    if (silence >= ALIVE_MILLIS) {
                        write(": still here\n\n"); // finds out whether the page is
                        silence = 0;
                    }
                } else {
                    last = hops.isEmpty() ? last : hops.getLast().number();
                    send("frame", frame.put("last", last), last);
                    silence = 0;
                }
                rest();
            }
        }

        /** Gathers for a moment, so that many hops make one frame; without any it looks at the stations now and then. */
        private void rest() throws InterruptedException {
            if (news.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS) != null) {
                TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
                news.clear();
            }
        }

        private ObjectNode hello(long seen) {
            ObjectNode hello = Json.object().put("run", run).put("title", title).put("resumed", seen >= 0);
            Frames.addCounts(hello, List.copyOf(told.ways().entrySet()));
            return hello;
        }

        private ObjectNode frame(List<Hop> hops, long last) {
            ObjectNode frame = Json.object();
            if (!hops.isEmpty()) {
                Frames.addHops(frame, hops, last, new Stations(account));
            }
            Counts.Totals now = counts.totals();
            Frames.addCounts(frame, Counts.changes(told, now));
            told = now;
            if (isTimeToLook()) {
                states.addChanges(frame);
                addGraph(frame);
            }
            return frame;
        }

        /** However many frames there are. */
        private boolean isTimeToLook() {
            long now = System.nanoTime();
            boolean due = looked == 0 || now - looked >= LOOK_MILLIS * 1_000_000L;
            looked = due ? now : looked;
            return due;
        }

        /** Something was deployed or removed: the page fetches the new picture. */
        private void addGraph(ObjectNode frame) {
            String now = GraphJson.version(account.picture());
            if (!now.equals(graph)) {
                frame.put("graph", now);
                graph = now;
            }
        }

        private void send(String event, ObjectNode data, long last) throws IOException {
            write("event: %s\nid: %s/%d\ndata: %s\n\n".formatted(event, run, last, data));
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
