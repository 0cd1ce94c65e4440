package dev.edaworkshop.localcloud;

import dev.edaworkshop.localcloud.apigateway.ApiAddress;
import dev.edaworkshop.localcloud.http.PublicNames;
import dev.edaworkshop.localcloud.http.WebRequest;
import dev.edaworkshop.localcloud.http.WebResponse;
import dev.edaworkshop.localcloud.http.Website;

/** What accounts have deployed for everybody to call: APIs. */
final class DeployedWebsite implements Website {
    private final PublicNames<Account> publicNames;

    DeployedWebsite(PublicNames<Account> publicNames) {
        this.publicNames = publicNames;
    }

    @Override
    public boolean serves(String path, String host) {
        return ApiAddress.of(path, host).isPresent();
    }

    @Override
    public WebResponse answer(WebRequest request) {
        ApiAddress address =
                ApiAddress.of(request.path(), request.header("Host").orElse("")).orElseThrow();
        return publicNames
                .owner(address.apiId())
                .map(account -> account.apis().handle(address.apiId(), request.at(address.path())))
                .orElseGet(() -> ApiAddress.unknown(address.apiId()));
    }
}
