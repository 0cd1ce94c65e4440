package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.apigateway.ApiAddress;
import dev.edaworkshop.localcloud.http.PublicNames;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import dev.edaworkshop.localcloud.http.Website;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What accounts have deployed for everybody to call: APIs, and the keys of user pools. */
final class DeployedWebsite implements Website {
    private static final Pattern WELL_KNOWN =
            Pattern.compile("/([a-z0-9-]+_[a-zA-Z0-9]+)/\\.well-known/(jwks\\.json|openid-configuration)");

    private final PublicNames<Account> publicNames;

    DeployedWebsite(PublicNames<Account> publicNames) {
        this.publicNames = publicNames;
    }

    @Override
    public boolean serves(String path, String host) {
        return ApiAddress.of(path, host).isPresent() || WELL_KNOWN.matcher(path).matches();
    }

    @Override
    public WebResponse answer(WebRequest request) {
        return ApiAddress.of(request.path(), request.header("Host").orElse(""))
                .map(address -> call(address, request))
                .orElseGet(() -> wellKnown(request.path()));
    }

    private WebResponse call(ApiAddress address, WebRequest request) {
        return publicNames
                .owner(address.apiId())
                .map(account -> account.apis().handle(address.apiId(), request.at(address.path())))
                .orElseGet(() -> ApiAddress.unknown(address.apiId()));
    }

    private WebResponse wellKnown(String path) {
        Matcher matcher = WELL_KNOWN.matcher(path);
        Optional<String> document = matcher.matches()
                ? publicNames.owner(matcher.group(1)).flatMap(account -> account.userPools()
                        .wellKnown(matcher.group(1), matcher.group(2)))
                : Optional.empty();
        return document.map(json -> WebResponse.json(200, json))
                .orElseGet(() -> WebResponse.json(404, "{\"message\":\"User pool does not exist.\"}"));
    }
}
