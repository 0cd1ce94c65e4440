package dev.edaworkshop.lab5.terminals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** Somebody of the back office at the API: signs in, asks, and prints the answers. */
public final class Clerk {

    private static final String HELP = """
            Usage: ./lab run 5 clerk GET|PUT|DELETE PATH [BODY [VERSION]]
               or: ./lab run 5 clerk FILE.jsonl

              PATH         such as /products, /products?category=toys or /products/p-1
              BODY         a product, as JSON
              VERSION      the one that is to be changed, such as 3; without it, PUT creates
              FILE.jsonl   a request in each line: {"method": "PUT", "path": "/products/p-1", "body": {…}},
                           with "if-match": "3" if it depends on a version, and "status": 400 if it is to go wrong

            Ends with exit code 1 if a request is not answered with its status, or any 2xx where none is given.
            """;
    private static final String START = "./lab run 5 clerk GET /products";
    private static final Set<String> METHODS = Set.of("GET", "PUT", "DELETE");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WRONG_USAGE = 2;

    private final HttpClient http;
    private final String apiUrl;
    private final String token;

    private Clerk(HttpClient http, String apiUrl, String token) {
        this.http = http;
        this.apiUrl = apiUrl;
        this.token = token;
    }

    /**
     * One thing to ask.
     *
     * @param ifMatch the version that the clerk has seen; empty if none
     * @param status of the answer; 0 for any 2xx
     */
    private record Question(String method, String path, String body, String ifMatch, int status) {

        boolean isAnsweredBy(int actual) {
            return status == 0 ? actual / 100 == 2 : actual == status;
        }
    }

    public static void main(String[] args) throws InterruptedException {
        List<Question> questions = questions(args);
        String apiUrl = Environment.require("API_URL", START).replaceAll("/$", "");
        String pool = Environment.require("USER_POOL_ID", START);
        String client = Environment.require("USER_POOL_CLIENT_ID", START);
        int notAsExpected = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            Clerk clerk = new Clerk(http, apiUrl, SignIn.accessToken(pool, client));
            for (Question question : questions) {
                notAsExpected += clerk.ask(question) ? 0 : 1;
            }
        } catch (ConnectException e) {
            stop(1, "Nobody answers at %s. Is the shop running? Look at ./lab start 5.".formatted(apiUrl));
        } catch (IOException | SdkException e) {
            stop(1, "Not finished: %s%nIs the shop running? Look at ./lab start 5.".formatted(e.getMessage()));
        }
        if (notAsExpected > 0) {
            stop(1, "%d of %d requests were not answered as expected.".formatted(notAsExpected, questions.size()));
        }
    }

    /** @return whether the answer has the status that it should have */
    private boolean ask(Question question) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(apiUrl + question.path()))
                .header("authorization", "Bearer " + token)
                .method(
                        question.method(),
                        question.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(question.body()));
        if (!question.ifMatch().isEmpty()) {
            request.header("if-match", "\"%s\"".formatted(question.ifMatch()));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        boolean asExpected = question.isAnsweredBy(answer.statusCode());
        System.out.printf(
                "%s %s: %d %s%s%n",
                question.method(),
                question.path(),
                answer.statusCode(),
                answer.body(),
                asExpected ? "" : "  <-- expected " + (question.status() == 0 ? "2xx" : question.status()));
        return asExpected;
    }

    private static List<Question> questions(String... args) {
        if (args.length == 1 && args[0].endsWith(".jsonl")) {
            return read(Path.of(args[0]));
        }
        String method = args.length > 0 ? args[0].toUpperCase(Locale.ROOT) : "";
        if (!METHODS.contains(method) || args.length < 2 || args.length > 4) {
            stop(WRONG_USAGE, HELP.strip());
        }
        return List.of(
                new Question(method, path(args[1]), args.length > 2 ? args[2] : "", args.length > 3 ? args[3] : "", 0));
    }

    private static List<Question> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Clerk::question)
                    .toList();
        } catch (IOException e) {
            stop(WRONG_USAGE, "There is no file %s that can be read.".formatted(file));
            return List.of();
        }
    }

    private static Question question(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            String method = json.path("method").asText();
            if (METHODS.contains(method) && json.has("path")) {
                return new Question(
                        method,
                        path(json.get("path").asText()),
                        json.has("body") ? json.get("body").toString() : "",
                        json.path("if-match").asText(),
                        json.path("status").asInt());
            }
        } catch (JsonProcessingException e) {
            // refused like any other line that is no request
        }
        stop(WRONG_USAGE, "This line is no request: %s%n%n%s".formatted(line, HELP.strip()));
        throw new IllegalArgumentException(line);
    }

    private static String path(String given) {
        return given.startsWith("/") ? given : "/" + given;
    }

    private static void stop(int exitCode, String why) {
        System.err.println(why);
        System.exit(exitCode);
    }
}
