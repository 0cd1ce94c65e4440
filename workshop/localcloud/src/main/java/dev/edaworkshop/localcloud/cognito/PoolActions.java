package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.wire.Call;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserPoolResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolDescriptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What there is; pools are made by stacks. */
final class PoolActions {
    private final Access access;

    PoolActions(Access access) {
        this.access = access;
    }

    ListUserPoolsResponse list(Call call, ListUserPoolsRequest request) {
        call.authorize("cognito-idp:ListUserPools", "*");
        return ListUserPoolsResponse.builder()
                .userPools(access.pools().all().stream()
                        .map(pool -> UserPoolDescriptionType.builder()
                                .id(pool.id())
                                .name(pool.settings().name())
                                .creationDate(pool.createdAt())
                                .lastModifiedDate(pool.createdAt())
                                .build())
                        .toList())
                .build();
    }

    DescribeUserPoolResponse describe(Call call, DescribeUserPoolRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:DescribeUserPool", request.userPoolId());
        return DescribeUserPoolResponse.builder()
                .userPool(UserPoolType.builder()
                        .id(pool.id())
                        .arn(pool.arn())
                        .name(pool.settings().name())
                        .estimatedNumberOfUsers(pool.users().size())
                        .creationDate(pool.createdAt())
                        .lastModifiedDate(pool.createdAt())
                        .build())
                .build();
    }

    ListUserPoolClientsResponse clients(Call call, ListUserPoolClientsRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:ListUserPoolClients", request.userPoolId());
        return ListUserPoolClientsResponse.builder()
                .userPoolClients(access.pools().clientsOf(pool.id()).stream()
                        .map(client -> UserPoolClientDescription.builder()
                                .clientId(client.id())
                                .clientName(client.name())
                                .userPoolId(pool.id())
                                .build())
                        .toList())
                .build();
    }

    DeleteUserPoolResponse delete(Call call, DeleteUserPoolRequest request) {
        access.pools()
                .delete(access.pool(call, "cognito-idp:DeleteUserPool", request.userPoolId())
                        .id());
        return DeleteUserPoolResponse.builder().build();
    }
}
