package dev.edaworkshop.localcloud.cloudformation.deployers.cognito;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.cognito.PoolClient;
import dev.edaworkshop.localcloud.cognito.UserPools;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpoolclient.html">AWS::Cognito::UserPoolClient</a> */
final class UserPoolClientDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 25;
    private static final int MAX_NAME = 128;
    private static final int SECRET_LENGTH = 25;

    private final UserPools pools;

    UserPoolClientDeployer(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public String type() {
        return "AWS::Cognito::UserPoolClient";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AccessTokenValidity",
                "ClientName",
                "ExplicitAuthFlows",
                "GenerateSecret",
                "IdTokenValidity",
                "RefreshTokenValidity",
                "TokenValidityUnits.AccessToken",
                "TokenValidityUnits.IdToken",
                "TokenValidityUnits.RefreshToken",
                "UserPoolId");
    }

    @Override
    public Map<String, String> recordedProperties() {
        String pages = "there are no sign-in pages here";
        return Map.of(
                "AllowedOAuthFlows", pages,
                "AllowedOAuthFlowsUserPoolClient", pages,
                "AllowedOAuthScopes", pages,
                "CallbackURLs", pages,
                "EnableTokenRevocation", "tokens cannot be revoked here",
                "LogoutURLs", pages,
                "PreventUserExistenceErrors", "which users there are is never told here",
                "ReadAttributes", "clients read all attributes here",
                "SupportedIdentityProviders", pages,
                "WriteAttributes", "clients write all attributes here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("GenerateSecret", "UserPoolId");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("ClientId", "ClientSecret", "Name");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String poolId = request.requiredText("UserPoolId");
        if (pools.find(poolId).isEmpty()) {
            throw new IllegalArgumentException("User pool %s does not exist.".formatted(poolId));
        }
        Optional<String> secret = request.flag("GenerateSecret")
                ? Optional.of(
                        Ids.of(request.generatedUuid(), SECRET_LENGTH) + Ids.of(request.generatedUuid(), SECRET_LENGTH))
                : Optional.empty();
        PoolClient client =
                pools.createClient(Ids.of(request.generatedUuid(), ID_LENGTH), id -> client(id, secret, request));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ClientId", client.id());
        attributes.put("Name", client.name());
        secret.ifPresent(value -> attributes.put("ClientSecret", value));
        return new DeployedResource(client.id(), attributes);
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        pools.client(deployed.physicalId())
                .ifPresent(before -> pools.changeClient(client(before.id(), before.secret(), request)));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        pools.deleteClient(deployed.physicalId());
    }

    private static PoolClient client(String id, Optional<String> secret, ResourceRequest request) {
        List<String> flows = request.texts("ExplicitAuthFlows");
        return new PoolClient(
                id,
                request.name("ClientName", MAX_NAME),
                request.requiredText("UserPoolId"),
                secret,
                flows.isEmpty() ? PoolClient.DEFAULT_FLOWS : Set.copyOf(flows),
                validity(request, "AccessToken", "hours", Duration.ofHours(1)),
                validity(request, "IdToken", "hours", Duration.ofHours(1)),
                validity(request, "RefreshToken", "days", Duration.ofDays(30)));
    }

    private static Duration validity(ResourceRequest request, String token, String usualUnit, Duration byDefault) {
        String unit = request.text("TokenValidityUnits." + token).orElse(usualUnit);
        return request.integer(token + "Validity")
                .map(number -> switch (unit) {
                    case "seconds" -> Duration.ofSeconds(number);
                    case "minutes" -> Duration.ofMinutes(number);
                    case "hours" -> Duration.ofHours(number);
                    case "days" -> Duration.ofDays(number);
                    default ->
                        throw new IllegalArgumentException(
                                "TokenValidityUnits.%s must be seconds, minutes, hours or days, was %s"
                                        .formatted(token, unit));
                })
                .orElse(byDefault);
    }
}
