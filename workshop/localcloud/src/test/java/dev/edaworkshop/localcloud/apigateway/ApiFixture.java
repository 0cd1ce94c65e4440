package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.clock.CloudClock;
import dev.edaworkshop.localcloud.cloudformation.Environment;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.cloudformation.deployers.apigateway.ApiGatewayDeployers;
import dev.edaworkshop.localcloud.delivery.Deliveries;
import dev.edaworkshop.localcloud.http.HttpServer;
import dev.edaworkshop.localcloud.http.Signers;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import dev.edaworkshop.localcloud.http.Website;
import dev.edaworkshop.localcloud.iam.AccessKeys;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.journal.Hop;
import dev.edaworkshop.localcloud.journal.Journal;
import dev.edaworkshop.localcloud.logs.LogGroups;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** APIs deployed from templates and called over HTTP, with functions that only pretend, on a clock that stands still. */
public final class ApiFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-11-20T09:15:00.123Z");

    public final CloudClock clock = new CloudClock(() -> NOW);
    public final Journal journal = new Journal(clock);
    public final Iam iam = new Iam("000000000000");
    public final FakeBackend backend = new FakeBackend();
    private final HttpServer server = HttpServer.start(
            0,
            request -> {
                throw new AssertionError("not for an API: " + request.path());
            },
            (request, response) -> false,
            new ApiSite());
    private final AccountContext account = new AccountContext(
            "000000000000",
            "us-east-1",
            URI.create("http://127.0.0.1:" + server.port()),
            clock,
            journal,
            iam,
            new NoAccessKeys(),
            new Deliveries(),
            new LogGroups(clock));
    public final Apis apis = new Apis(account, id -> id, id -> {});
    public final Map<String, Principal> keys = new HashMap<>();
    public final Stacks stacks = new Stacks(
            new Environment("000000000000", "us-east-1", url -> ApiAddress.localized(url, account.endpoint())),
            clock,
            ApiGatewayDeployers.all(
                    apis,
                    new Services(
                            account,
                            new PatientBackend(backend, clock),
                            new TokenVerifier(new IssuerKeys(issuer -> Optional.empty()), clock),
                            new CallerAccess(iam, request -> Signers.of(request).map(keys::get)))));

    /** Deploys a stack and opens its output {@code Url}. */
    public Site deploy(String template) {
        return new Site(
                stacks.deploy(StackRequest.of("Shop", template)).outputs().getOrDefault("Url", "no output Url"));
    }

    /** Why the last request was answered as it was. */
    public String lastAnswer() {
        return journal.hops().stream()
                .filter(hop -> hop.kind() == Hop.Kind.ANSWERED)
                .toList()
                .getLast()
                .reason();
    }

    @Override
    public void close() {
        server.close();
        clock.close();
    }

    /** Functions by ARN; what is not said returns {@code {}}. */
    public static final class FakeBackend implements Backend {
        public record Invocation(String functionArn, String sourceArn, String payload) {}

        private final Map<String, Outcome> outcomes = new HashMap<>();
        private final List<Invocation> invocations = new ArrayList<>();

        public void answers(String functionName, String json) {
            answers(functionName, new Outcome.Returned(json));
        }

        public synchronized void answers(String functionName, Outcome outcome) {
            outcomes.put("arn:aws:lambda:us-east-1:000000000000:function:" + functionName, outcome);
        }

        public synchronized List<Invocation> invocations() {
            return List.copyOf(invocations);
        }

        public Invocation last() {
            return invocations().getLast();
        }

        @Override
        public synchronized Outcome invoke(String functionArn, String sourceArn, String eventId, String payload) {
            invocations.add(new Invocation(functionArn, sourceArn, payload));
            return outcomes.getOrDefault(functionArn, new Outcome.Returned("{}"));
        }
    }

    private final class ApiSite implements Website {
        @Override
        public boolean serves(String path, String host) {
            return ApiAddress.of(path, host).isPresent();
        }

        @Override
        public WebResponse answer(WebRequest request) {
            ApiAddress address = ApiAddress.of(
                            request.path(), request.header("Host").orElse(""))
                    .orElseThrow();
            return apis.handle(address.apiId(), request.at(address.path()));
        }
    }

    private static final class NoAccessKeys implements AccessKeys {
        @Override
        public void assign(String accessKey, Principal principal) {
            throw new AssertionError("An API asked for a key of " + principal);
        }

        @Override
        public void revoke(String accessKey) {
            throw new AssertionError("An API revoked a key");
        }
    }
}
