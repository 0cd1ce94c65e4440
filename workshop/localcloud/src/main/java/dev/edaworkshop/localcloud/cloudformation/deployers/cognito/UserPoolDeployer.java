package dev.edaworkshop.localcloud.cloudformation.deployers.cognito;

import dev.edaworkshop.localcloud.apigateway.Ids;
import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.Properties;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.cognito.PasswordPolicy;
import dev.edaworkshop.localcloud.cognito.UserPool;
import dev.edaworkshop.localcloud.cognito.UserPools;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html">AWS::Cognito::UserPool</a> */
final class UserPoolDeployer implements ResourceDeployer {
    private static final int ID_LENGTH = 9;
    private static final int MAX_NAME = 128;

    private final UserPools pools;

    UserPoolDeployer(UserPools pools) {
        this.pools = pools;
    }

    @Override
    public String type() {
        return "AWS::Cognito::UserPool";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                "AdminCreateUserConfig.AllowAdminCreateUserOnly",
                "AliasAttributes",
                "Policies.PasswordPolicy.MinimumLength",
                "Policies.PasswordPolicy.RequireLowercase",
                "Policies.PasswordPolicy.RequireNumbers",
                "Policies.PasswordPolicy.RequireSymbols",
                "Policies.PasswordPolicy.RequireUppercase",
                "UserPoolName",
                "UsernameAttributes");
    }

    @Override
    public Map<String, String> recordedProperties() {
        String mail = "nothing is mailed here";
        return Map.ofEntries(
                Map.entry("AccountRecoverySetting", mail),
                Map.entry("AdminCreateUserConfig.InviteMessageTemplate", mail),
                Map.entry("AutoVerifiedAttributes", mail),
                Map.entry("DeletionProtection", "stacks here are thrown away"),
                Map.entry("EmailVerificationMessage", mail),
                Map.entry("EmailVerificationSubject", mail),
                Map.entry(
                        "Policies.PasswordPolicy.TemporaryPasswordValidityDays",
                        "temporary passwords do not expire here"),
                Map.entry("Schema", "attributes are not checked here"),
                Map.entry("SmsVerificationMessage", mail),
                Map.entry("UserAttributeUpdateSettings", mail),
                Map.entry("UserPoolTags", "nothing here reads them"),
                Map.entry("UserPoolTier", "nothing here depends on it"),
                Map.entry("VerificationMessageTemplate", mail));
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("AliasAttributes", "UsernameAttributes");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "ProviderName", "ProviderURL", "UserPoolId");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        UserPool pool = pools.create(Ids.of(request.generatedUuid(), ID_LENGTH), settings(request));
        return new DeployedResource(
                pool.id(),
                Map.of(
                        "Arn", pool.arn(),
                        "ProviderName", pool.providerName(),
                        "ProviderURL", pool.issuer(),
                        "UserPoolId", pool.id()));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        pools.find(deployed.physicalId()).ifPresent(pool -> pool.change(settings(request)));
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        pools.delete(deployed.physicalId());
    }

    private static UserPool.Settings settings(ResourceRequest request) {
        List<String> usernames = request.texts("UsernameAttributes");
        return new UserPool.Settings(
                request.name("UserPoolName", MAX_NAME),
                request.properties()
                        .object("Policies.PasswordPolicy")
                        .map(UserPoolDeployer::passwords)
                        .orElse(PasswordPolicy.DEFAULT),
                usernames.isEmpty() ? request.texts("AliasAttributes") : usernames,
                !usernames.isEmpty(),
                request.flag("AdminCreateUserConfig.AllowAdminCreateUserOnly"));
    }

    private static PasswordPolicy passwords(Properties policy) {
        return new PasswordPolicy(
                policy.integer("MinimumLength").orElse(PasswordPolicy.DEFAULT.minimumLength()),
                policy.bool("RequireLowercase").orElse(false),
                policy.bool("RequireUppercase").orElse(false),
                policy.bool("RequireNumbers").orElse(false),
                policy.bool("RequireSymbols").orElse(false));
    }
}
