package dev.edaworkshop.localcloud.cloudformation.deployers.cognito;

import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cognito.UserPools;
import java.util.List;

/** The resource types of Cognito that are supported. */
public final class CognitoDeployers {
    private CognitoDeployers() {}

    public static List<ResourceDeployer> all(UserPools pools) {
        return List.of(new UserPoolClientDeployer(pools), new UserPoolDeployer(pools));
    }
}
