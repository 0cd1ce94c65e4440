package dev.edaworkshop.localcloud.apigateway.rest;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/**
 * A REST API: what is being defined, what was deployed, and under which stages. A deployment is a snapshot: what is
 * changed afterwards does not show.
 *
 * <p>Its own monitor guards changes; requests read what is there at one time.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html">REST APIs</a>
 */
public final class RestApi implements Api {
    private final String id;
    private final String rootId;
    private final Instant createdAt;
    private final Services services;
    private final RestCalls calls;
    private final AuthorizerCache authorizerCache;
    private final Map<String, Definition> deployments = new ConcurrentHashMap<>();
    private final Map<String, RestStage> stages = new ConcurrentSkipListMap<>();
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();
    private volatile Settings settings;
    private volatile Definition draft;

    public RestApi(String id, String rootId, Settings settings, Services services) {
        this.id = id;
        this.rootId = rootId;
        this.services = services;
        this.settings = settings;
        createdAt = services.account().clock().instant();
        authorizerCache = new AuthorizerCache(services.account().clock());
        calls = new RestCalls(services, authorizerCache);
        draft = Definition.EMPTY.with(new Resource(rootId, "", "", "/"));
    }

    /**
     * What an API is besides its resources.
     *
     * @param binaryTypes media types whose bodies functions get in Base64
     */
    public record Settings(String name, String description, List<String> binaryTypes) {
        public Settings {
            binaryTypes = List.copyOf(binaryTypes);
        }
    }

    @Override
    public String id() {
        return id;
    }

    public String rootId() {
        return rootId;
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

    /**
     * Adds a resource below another.
     *
     * @throws IllegalArgumentException if the parent does not exist, or has such a child already
     */
    public Resource addResource(String resourceId, String parentId, String pathPart) {
        Resource parent = Optional.ofNullable(draft.resources().get(parentId))
                .orElseThrow(() -> new IllegalArgumentException("Invalid Resource identifier specified " + parentId));
        String path = (parent.path().equals("/") ? "" : parent.path()) + "/" + pathPart;
        if (draft.resources().values().stream().anyMatch(other -> other.path().equals(path))) {
            throw new IllegalArgumentException(
                    "Another resource with the same parent already has this name: " + pathPart);
        }
        Resource resource = new Resource(resourceId, parentId, pathPart, path);
        change(definition -> definition.with(resource));
        return resource;
    }

    /** @throws IllegalArgumentException if the resource does not exist, or a parameter is not supported */
    public void put(Method method) {
        if (!draft.resources().containsKey(method.resourceId())) {
            throw new IllegalArgumentException("Invalid Resource identifier specified " + method.resourceId());
        }
        method.requestParameters().keySet().forEach(RestParameters::check);
        change(definition -> definition.with(method));
    }

    /** @throws IllegalArgumentException if an identity source is not supported */
    public void put(RestAuthorizer authorizer) {
        authorizer.identitySources().forEach(RestParameters::check);
        authorizerCache.forget(authorizer.id());
        change(definition -> definition.with(authorizer));
    }

    public void put(Model model) {
        change(definition -> definition.with(model));
    }

    public void put(RequestValidator validator) {
        change(definition -> definition.with(validator));
    }

    public void put(GatewayResponse response) {
        change(definition -> definition.with(response));
    }

    /** Removes a resource, authorizer or validator by id, a method by key, a model by name, a gateway response by type. */
    public void remove(String partId) {
        change(definition -> definition.without(partId));
    }

    public Collection<Resource> resources() {
        return draft.resources().values();
    }

    public Collection<Method> methods() {
        return draft.methods().values();
    }

    public Collection<RestAuthorizer> authorizers() {
        return draft.authorizers().values();
    }

    /** Keeps the definition as it is now. */
    public void deploy(String deploymentId) {
        deployments.put(deploymentId, draft);
    }

    public void removeDeployment(String deploymentId) {
        deployments.remove(deploymentId);
    }

    /** @throws IllegalArgumentException if the deployment does not exist */
    public void put(RestStage stage) {
        if (!deployments.containsKey(stage.deploymentId())) {
            throw new IllegalArgumentException("Invalid Deployment identifier specified " + stage.deploymentId());
        }
        buckets.keySet().removeIf(key -> key.startsWith(stage.name() + "/"));
        stages.put(stage.name(), stage);
    }

    public void removeStage(String name) {
        stages.remove(name);
    }

    public Collection<RestStage> stages() {
        return stages.values();
    }

    @Override
    public WebResponse handle(WebRequest request) {
        String path = request.path();
        int slash = path.indexOf('/', 1);
        RestStage stage = stages.get(slash < 0 ? path.substring(1) : path.substring(1, slash));
        Exchange exchange = new Exchange(
                services.account(),
                id,
                stage == null ? "" : stage.name(),
                stage == null ? Map.of() : stage.variables(),
                UUID.randomUUID().toString(),
                services.account().clock().instant(),
                stage == null ? path : slash < 0 ? "/" : path.substring(slash),
                request);
        exchange.recordRequest();
        Answer answer = stage == null ? noStage(path) : answer(exchange, stage);
        WebResponse response = answer.response()
                .with("x-amzn-RequestId", exchange.requestId())
                .with("x-amz-apigw-id", exchange.requestId());
        exchange.recordAnswer(response, answer.why());
        return response;
    }

    private Answer noStage(String path) {
        return new Answer(
                WebResponse.json(403, "{\"message\":\"Forbidden\"}").with("x-amzn-ErrorType", "ForbiddenException"),
                "the path %s does not begin with a stage; the API has %s".formatted(path, stages.keySet()));
    }

    private Answer answer(Exchange exchange, RestStage stage) {
        Definition definition = deployments.getOrDefault(stage.deploymentId(), Definition.EMPTY);
        RestErrors errors = new RestErrors(definition, exchange);
        return definition
                .method(exchange.request().method(), exchange.path())
                .map(match -> take(stage, match)
                        ? calls.answer(
                                new RestEvent(exchange, match, stage.deploymentId(), settings.binaryTypes()),
                                definition)
                        : errors.answer(
                                GatewayError.THROTTLED, "the throttle of stage %s is used up".formatted(stage.name())))
                .orElseGet(() -> errors.answer(
                        GatewayError.MISSING_AUTHENTICATION_TOKEN,
                        "no method for %s %s; the deployment has the resources %s"
                                .formatted(
                                        exchange.request().method(),
                                        exchange.path(),
                                        definition.resources().values().stream()
                                                .map(Resource::path)
                                                .sorted()
                                                .toList())));
    }

    private boolean take(RestStage stage, Definition.Match match) {
        Optional<String> key =
                stage.throttleKey(match.method().httpMethod(), match.resource().path());
        TokenBucket.Throttle throttle = key.map(stage.throttles()::get).orElse(TokenBucket.Throttle.OF_ACCOUNT);
        return buckets.computeIfAbsent(
                        stage.name() + "/" + key.orElse(""),
                        name -> new TokenBucket(throttle, services.account().clock()))
                .take();
    }

    private synchronized void change(UnaryOperator<Definition> change) {
        draft = change.apply(draft);
    }
}
