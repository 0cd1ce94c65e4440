package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.cognito.UnsignedActions;
import dev.edaworkshop.localcloud.http.Credentials;
import dev.edaworkshop.localcloud.http.HttpServer;
import dev.edaworkshop.localcloud.http.PublicNames;
import dev.edaworkshop.localcloud.http.Router;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.lambda.LambdaHost;
import dev.edaworkshop.localcloud.lambda.LambdaSettings;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.HttpResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The embedded AWS: one process, one port on 127.0.0.1, AWS's own wire protocols.
 *
 * {@snippet :
 * try (LocalCloud cloud = LocalCloud.start(0)) {
 *     SnsClient sns = SnsClient.builder().endpointOverride(cloud.endpoint()).region(Region.US_EAST_1).build();
 * }
 * }
 *
 * <p>State is in memory: a restart is a fresh environment.
 */
public final class LocalCloud implements AutoCloseable {
    /** The account that emulators use by convention. */
    public static final String ACCOUNT_ID = "000000000000";

    public static final String REGION = "us-east-1";
    /** The port that emulators use by convention. */
    public static final int CONVENTIONAL_PORT = 4566;

    static final Set<String> SERVICES = Set.of(
            "apigateway",
            "cloudformation",
            "cognito-idp",
            "dynamodb",
            "events",
            "lambda",
            "logs",
            "s3",
            "sns",
            "sqs",
            "ssm",
            "sts");

    private final Credentials<Account> credentials = new Credentials<>();
    private final List<Account> accounts = new CopyOnWriteArrayList<>();
    private final PublicNames<Account> publicNames = new PublicNames<>();
    private final LambdaHost lambdaHost;
    private final Path cacheDirectory;
    private final HttpServer server;
    private final Account account;

    private LocalCloud(int port, LambdaSettings lambdaSettings, HttpServer.StreamHandler extension) {
        lambdaHost = new LambdaHost(lambdaSettings);
        cacheDirectory = lambdaSettings.cacheDirectory();
        Router<Account> router = new Router<>(
                REGION, SERVICES, credentials, this::administrator, (account, service) -> account.endpoint(service));
        server = HttpServer.start(port, request -> route(router, request), extension, new DeployedWebsite(publicNames));
        account = newAccount();
    }

    /**
     * Starts a local cloud with one, empty, account.
     *
     * @param port 0 for any free one
     * @throws dev.edaworkshop.localcloud.http.PortInUseException if somebody else listens there
     */
    public static LocalCloud start(int port) {
        return start(port, (request, response) -> false);
    }

    /**
     * As {@link #start(int)}, with something else on the same port.
     *
     * @param extension is asked first for every request, and answers what is not for AWS
     */
    public static LocalCloud start(int port, HttpServer.StreamHandler extension) {
        return start(port, LambdaSettings.defaults(), extension);
    }

    /**
     * As {@link #start(int)}, with other settings for functions and something else on the same port.
     *
     * @param extension is asked first for every request, and answers what is not for AWS
     */
    public static LocalCloud start(int port, LambdaSettings lambdaSettings, HttpServer.StreamHandler extension) {
        return new LocalCloud(port, lambdaSettings, extension);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public int port() {
        return server.port();
    }

    /** The account of requests whose credentials are nobody's. */
    public Account account() {
        return account;
    }

    /** A further, empty account; its requests carry keys from {@link #issueKey}. */
    public Account newAccount() {
        Account created =
                new Account(ACCOUNT_ID, REGION, endpoint(), credentials, publicNames, lambdaHost, cacheDirectory);
        accounts.add(created);
        return created;
    }

    /** An access key with which a client acts as the principal in the account; any secret goes with it. */
    public String issueKey(Account of, Principal principal) {
        return credentials.issue(of, principal);
    }

    /** Ends an account: its functions, its timers, its keys. */
    public void closeAccount(Account closing) {
        accounts.remove(closing);
        credentials.revokeAll(closing);
        publicNames.releaseAll(closing);
        closing.close();
    }

    @Override
    public void close() {
        accounts.forEach(Account::close);
        lambdaHost.close();
        server.close();
    }

    private Credentials.Identity<Account> administrator() {
        // The port opens an instant before the account is there.
        Account first = Objects.requireNonNull(account, "the local cloud is still starting");
        return new Credentials.Identity<>(first, first.administrator());
    }

    private HttpResponse route(Router<Account> router, HttpRequest request) {
        if (lambdaHost.isForRuntime(request)) {
            return lambdaHost.handle(request);
        }
        return UnsignedActions.clientId(request)
                .map(client -> publicNames.owner(client).orElse(account))
                .map(owner -> owner.endpoint("cognito-idp").handle(owner.administrator(), request))
                .orElseGet(() -> router.handle(request));
    }
}
