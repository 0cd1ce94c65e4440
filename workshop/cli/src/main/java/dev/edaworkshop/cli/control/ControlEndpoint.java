package dev.edaworkshop.cli.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.edaworkshop.cli.cloud.Checker;
import dev.edaworkshop.cli.cloud.ResidentChecker;
import dev.edaworkshop.cli.cloud.ResidentLab;
import dev.edaworkshop.cli.cloud.RoundCancelledException;
import dev.edaworkshop.cli.console.Json;
import dev.edaworkshop.cli.console.LabException;
import dev.edaworkshop.cli.events.HopJson;
import dev.edaworkshop.cli.project.Project;
import dev.edaworkshop.cli.resident.HttpPortOwner;
import dev.edaworkshop.cli.web.LabPage;
import dev.edaworkshop.localcloud.Account;
import dev.edaworkshop.localcloud.http.HttpServer;
import dev.edaworkshop.localcloud.lambda.Function;
import dev.edaworkshop.localcloud.logs.LogEvent;
import dev.edaworkshop.localcloud.logs.LogGroup;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.testkit.exercises.ExerciseCard;
import dev.edaworkshop.testkit.exercises.Exercises;
import dev.edaworkshop.testkit.run.Timings;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Answers other {@code ./lab} commands and the workshop's page, on the cloud's own port, if the {@link Gate} lets them in. */
public final class ControlEndpoint implements HttpServer.StreamHandler {
    static final String PREFIX = HttpPortOwner.PATH;
    private final Path project;
    private final AtomicReference<@Nullable ResidentLab> lab = new AtomicReference<>();
    private final AtomicReference<@Nullable Account> account = new AtomicReference<>();
    private final AtomicReference<@Nullable LabPage> page = new AtomicReference<>();
    /** By session. */
    private final Map<String, Checker> checkers = new ConcurrentHashMap<>();

    public ControlEndpoint(Path project) {
        this.project = project;
    }

    /** From now on there is something to talk about. */
    public void serve(Account served, ResidentLab resident) {
        lab.set(resident);
        serve(resident.lab().folderName(), served);
    }

    /**
     * As {@link #serve(Account, ResidentLab)}, without a lab.
     *
     * @param title what the page is about
     */
    public void serve(String title, Account served) {
        page.set(new LabPage(title, served));
        account.set(served);
    }

    @Override
    public boolean stream(HttpRequest request, ServerResponse response) throws IOException {
        if (LabPage.redirects(request, response)) {
            return true;
        }
        if (!request.path().startsWith(PREFIX)) {
            return false;
        }
        Optional<String> refusal = Gate.refusal(request);
        if (refusal.isPresent()) {
            response.status(Status.FORBIDDEN_403).send(refusal.get());
            return true;
        }
        Account served = account.get();
        LabPage shown = page.get();
        String path = request.path().substring(PREFIX.length());
        if (path.isEmpty()) {
            json(response, HttpPortOwner.introduction(project));
        } else if (served == null || shown == null) {
            response.status(Status.SERVICE_UNAVAILABLE_503).send("The lab is still being deployed.");
        } else if (!shown.answers(request, response)) {
            answer(path, request, response, served);
        }
        return true;
    }

    private void answer(String path, HttpRequest request, ServerResponse response, Account account) throws IOException {
        switch (path) {
            case "/journal" -> journal(request, response, account);
            case "/log" -> log(request, response, account);
            case "/lab", "/check", "/cancel" -> aboutLab(path, request, response);
            default -> other(path, request, response, account);
        }
    }

    private void aboutLab(String path, HttpRequest request, ServerResponse response) throws IOException {
        ResidentLab resident = lab.get();
        if (resident == null) {
            response.status(Status.CONFLICT_409).send("This is ./lab cloud, which has no lab. ./lab start has one.");
            return;
        }
        switch (path) {
            case "/lab" -> json(response, lab(resident));
            case "/check" -> check(request, response, resident);
            default -> cancel(request, response);
        }
    }

    private void other(String path, HttpRequest request, ServerResponse response, Account account) throws IOException {
        Optional<ControlRoute> route = ControlRoute.at(path);
        Optional<PageRoute> asked = PageRoutes.at(path);
        if (route.isPresent()) {
            route.get().answer(request, response, account);
        } else if (asked.isPresent()) {
            Workplace workplace = new Workplace(new Project(project), account, Optional.ofNullable(lab.get()));
            asked.get().answerOrRefuse(request, response, workplace);
        } else {
            response.status(Status.NOT_FOUND_404).send("There is nothing at " + path);
        }
    }

    private static String lab(ResidentLab lab) {
        ObjectNode json = Json.object().put("lab", lab.lab().folderName());
        ObjectNode outputs = json.putObject("outputs");
        lab.outputs().forEach(outputs::put);
        return Json.print(json);
    }

    /** Hops as lines of JSON; with {@code follow=true} until the client leaves. */
    private static void journal(HttpRequest request, ServerResponse response, Account account) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        // Listening begins before the past is read, so that nothing falls in between; numbers tell what was read twice.
        long[] last = {0};
        try (var listening = account.journal().listen(hop -> lines.add(HopJson.write(hop)));
                OutputStream out = response.outputStream()) {
            for (var hop : account.journal().hops()) {
                last[0] = hop.number();
                write(out, HopJson.write(hop));
            }
            out.flush();
            if (follows(request)) {
                follow(out, lines, last[0]);
            }
        }
    }

    private static void follow(OutputStream out, BlockingQueue<String> lines, long after) throws IOException {
        try {
            while (true) {
                String line = lines.take();
                if (HopJson.read(line).number() > after) {
                    write(out, line);
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The log of the one function that is meant; with {@code follow=true} until the client leaves. */
    private static void log(HttpRequest request, ServerResponse response, Account account) throws IOException {
        String asked = request.query().getOrDefault("function", "");
        List<Function> meant = FunctionNames.matching(asked, account);
        if (meant.size() != 1) {
            response.status(Status.NOT_FOUND_404).send(String.join(", ", FunctionNames.all(account)));
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        LogGroup log = meant.getFirst().log();
        BlockingQueue<LogEvent> events = new LinkedBlockingQueue<>();
        try (var listening = log.listen(events::add);
                OutputStream out = response.outputStream()) {
            long last = 0;
            for (LogEvent event : log.events()) {
                last = event.number();
                write(out, event.message().stripTrailing());
            }
            out.flush();
            while (follows(request)) {
                LogEvent event = events.take();
                if (event.number() > last) {
                    write(out, event.message().stripTrailing());
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Verdicts as lines of JSON, each as soon as it is there; a line with {@code error} if there can be none. */
    private void check(HttpRequest request, ServerResponse response, ResidentLab lab) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "application/x-ndjson");
        try (OutputStream out = response.outputStream()) {
            try {
                JsonNode asked = Json.parse(request.text());
                List<String> wanted = wanted(asked);
                Exercises all = Exercises.of(lab.lab().solution());
                List<ExerciseCard> exercises =
                        wanted.stream().flatMap(id -> all.exercise(id).stream()).toList();
                Timings prepared = checker(asked, lab)
                        .check(
                                exercises,
                                verdict -> writeUnchecked(
                                        out, VerdictJson.write(verdict).toString()));
                write(
                        out,
                        Json.object()
                                .set("prepared", TimingsJson.write(prepared))
                                .toString());
            } catch (RoundCancelledException e) {
                write(out, Json.object().put("cancelled", true).toString());
            } catch (LabException e) {
                write(
                        out,
                        Json.object()
                                .set(
                                        "error",
                                        Json.object()
                                                .put("what", e.what())
                                                .put("where", e.where())
                                                .put("next", e.next()))
                                .toString());
            }
        }
    }

    /** One per session: whoever cancels must not end the check of somebody else. */
    private Checker checker(JsonNode asked, ResidentLab lab) {
        String session = asked.path("session").asText();
        return session.isEmpty()
                ? new ResidentChecker(lab)
                : checkers.computeIfAbsent(session, name -> new ResidentChecker(lab));
    }

    private void cancel(HttpRequest request, ServerResponse response) throws JsonProcessingException {
        Checker checker =
                checkers.get(Json.parse(request.text()).path("session").asText());
        if (checker != null) {
            checker.cancel();
        }
        json(response, Json.print(Json.object().put("cancelled", checker != null)));
    }

    private static List<String> wanted(JsonNode asked) {
        List<String> ids = new ArrayList<>();
        for (JsonNode id : asked.path("exercises")) {
            ids.add(id.asText());
        }
        return ids;
    }

    private static boolean follows(HttpRequest request) {
        return request.query().getOrDefault("follow", "false").equals("true");
    }

    private static void json(ServerResponse response, String body) {
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.send(body);
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void writeUnchecked(OutputStream out, String line) {
        try {
            write(out, line);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The command that asked is gone", e);
        }
    }
}
