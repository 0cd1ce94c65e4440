package dev.edaworkshop.localcloud.apigateway.http;

import dev.edaworkshop.localcloud.apigateway.Answer;
import dev.edaworkshop.localcloud.apigateway.Api;
import dev.edaworkshop.localcloud.apigateway.AuthorizerCache;
import dev.edaworkshop.localcloud.apigateway.Exchange;
import dev.edaworkshop.localcloud.apigateway.Services;
import dev.edaworkshop.localcloud.apigateway.TokenBucket;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/**
 * An HTTP API: what is being defined, what is deployed, and where.
 *
 * <p>Its own monitor guards changes; requests read what is there at one time.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api.html">HTTP APIs</a>
 */
public final class HttpApi implements Api {
    private final String id;
    private final Instant createdAt;
    private final Services services;
    private final HttpCalls calls;
    private final Map<String, Definition> deployments = new ConcurrentHashMap<>();
    private final Map<String, HttpStage> stages = new ConcurrentSkipListMap<>();
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final AuthorizerCache authorizerCache;
    private volatile Settings settings;
    private volatile Definition draft = Definition.EMPTY;

    public HttpApi(String id, Settings settings, Services services) {
        this.id = id;
        this.services = services;
        this.settings = settings;
        createdAt = services.account().clock().instant();
        authorizerCache = new AuthorizerCache(services.account().clock());
        calls = new HttpCalls(services, authorizerCache);
    }

    /** What an API is besides its routes. */
    public record Settings(String name, String description, Optional<Cors> cors) {}

    @Override
    public String id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Settings settings() {
        return settings;
    }

    public void change(Settings changed) {
        settings = changed;
    }

    /** The URL of the API on this machine. */
    public String endpoint() {
        return services.account().endpoint() + "/_api/" + id;
    }

    /** @throws IllegalArgumentException if the route's key is none, or another route has it */
    public void put(Route route) {
        RouteKey.parse(route.key());
        boolean taken = routes().stream()
                .anyMatch(
                        other -> other.key().equals(route.key()) && !other.id().equals(route.id()));
        if (taken) {
            throw new IllegalArgumentException("Route with key %s already exists for this API".formatted(route.key()));
        }
        change(definition -> definition.with(route));
    }

    public void put(Integration integration) {
        change(definition -> definition.with(integration));
    }

    /** @throws IllegalArgumentException if an identity source is not supported */
    public void put(HttpAuthorizer authorizer) {
        authorizer.identitySources().forEach(IdentitySources::check);
        authorizerCache.forget(authorizer.id());
        change(definition -> definition.with(authorizer));
    }

    /** Removes a route, integration or authorizer. */
    public void remove(String partId) {
        change(definition -> definition.without(partId));
    }

    public Collection<Route> routes() {
        return draft.routes().values();
    }

    public Collection<Integration> integrations() {
        return draft.integrations().values();
    }

    public Collection<HttpAuthorizer> authorizers() {
        return draft.authorizers().values();
    }

    /** Keeps the definition as it is now. */
    public void deploy(String deploymentId) {
        deployments.put(deploymentId, draft);
    }

    public void removeDeployment(String deploymentId) {
        deployments.remove(deploymentId);
    }

    public void put(HttpStage stage) {
        buckets.keySet().removeIf(key -> key.startsWith(stage.name() + "/"));
        stages.put(stage.name(), stage);
    }

    public void removeStage(String name) {
        stages.remove(name);
    }

    public Collection<HttpStage> stages() {
        return stages.values();
    }

    @Override
    public WebResponse handle(WebRequest request) {
        String path = request.path();
        int slash = path.indexOf('/', 1);
        HttpStage named = stages.get(slash < 0 ? path.substring(1) : path.substring(1, slash));
        HttpStage stage = named == null ? stages.get(HttpStage.DEFAULT) : named;
        String inStage = named == null ? path : slash < 0 ? "/" : path.substring(slash);
        Exchange exchange = new Exchange(
                services.account(),
                id,
                stage == null ? "" : stage.name(),
                stage == null ? Map.of() : stage.variables(),
                UUID.randomUUID().toString(),
                services.account().clock().instant(),
                inStage,
                request);
        exchange.recordRequest();
        Answer answer = stage == null
                ? HttpErrors.notFound("the API has no stage for the path " + path)
                : answer(exchange, stage);
        WebResponse response = answer.response().with("apigw-requestid", exchange.requestId());
        exchange.recordAnswer(response, answer.why());
        return response;
    }

    private Answer answer(Exchange exchange, HttpStage stage) {
        Optional<Cors> cors = settings().cors();
        if (cors.filter(rules -> rules.isPreflight(exchange.request())).isPresent()) {
            return new Answer(cors.get().preflight(exchange.request()), "a preflight request, answered by API Gateway");
        }
        Definition definition = stage.autoDeploy()
                ? draft
                : stage.deploymentId().map(deployments::get).orElse(Definition.EMPTY);
        Answer answer = definition
                .route(exchange.request().method(), exchange.path())
                .map(match -> take(stage, match.route())
                        ? calls.answer(exchange, definition, match)
                        : HttpErrors.tooManyRequests("the throttle of stage %s is used up".formatted(stage.name())))
                .orElseGet(() -> HttpErrors.notFound("no route for %s %s; the stage has %s"
                        .formatted(
                                exchange.request().method(),
                                exchange.path(),
                                definition.routes().values().stream()
                                        .map(Route::key)
                                        .sorted()
                                        .toList())));
        return cors.map(rules -> new Answer(rules.applyTo(answer.response(), exchange.request()), answer.why()))
                .orElse(answer);
    }

    private boolean take(HttpStage stage, Route route) {
        TokenBucket.Throttle ofRoute = stage.routeThrottles().get(route.key());
        String key = stage.name() + "/" + (ofRoute == null ? "" : route.key());
        TokenBucket.Throttle throttle = ofRoute == null ? stage.defaultThrottle() : ofRoute;
        return buckets.computeIfAbsent(
                        key,
                        name -> new TokenBucket(throttle, services.account().clock()))
                .take();
    }

    private synchronized void change(UnaryOperator<Definition> change) {
        draft = change.apply(draft);
    }
}
