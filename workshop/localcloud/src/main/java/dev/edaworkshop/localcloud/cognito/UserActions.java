package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.cognito.User.Status;
import dev.edaworkshop.localcloud.wire.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminConfirmSignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminConfirmSignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** Users: sign up, and what administrators do with them. Nothing is mailed. */
final class UserActions {
    private final Access access;

    UserActions(Access access) {
        this.access = access;
    }

    SignUpResponse signUp(Call call, SignUpRequest request) {
        PoolClient client = access.client(request.clientId());
        client.checkSecretHash(request.username(), Optional.ofNullable(request.secretHash()));
        UserPool pool = access.pool(client.poolId());
        if (pool.settings().adminOnly()) {
            throw CognitoErrors.notAuthorized("SignUp is not permitted for this user pool");
        }
        if (request.password() == null) {
            throw CognitoErrors.invalidParameter("Missing required parameter Password");
        }
        User user = pool.create(
                request.username(), attributes(request.userAttributes()), request.password(), Status.UNCONFIRMED);
        return SignUpResponse.builder().userConfirmed(false).userSub(user.sub()).build();
    }

    AdminConfirmSignUpResponse confirm(Call call, AdminConfirmSignUpRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:AdminConfirmSignUp", request.userPoolId());
        User user = pool.user(request.username());
        if (user.status() != Status.UNCONFIRMED) {
            throw CognitoErrors.notAuthorized("User cannot be confirmed. Current status is " + user.status());
        }
        pool.put(user.with(Status.CONFIRMED));
        return AdminConfirmSignUpResponse.builder().build();
    }

    AdminCreateUserResponse create(Call call, AdminCreateUserRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:AdminCreateUser", request.userPoolId());
        String password = Optional.ofNullable(request.temporaryPassword()).orElseGet(() -> "Aa1!" + UUID.randomUUID());
        User user = pool.create(
                request.username(), attributes(request.userAttributes()), password, Status.FORCE_CHANGE_PASSWORD);
        return AdminCreateUserResponse.builder().user(described(user)).build();
    }

    AdminSetUserPasswordResponse setPassword(Call call, AdminSetUserPasswordRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:AdminSetUserPassword", request.userPoolId());
        pool.settings().passwordPolicy().check(request.password());
        boolean permanent = Boolean.TRUE.equals(request.permanent());
        pool.put(pool.user(request.username())
                .withPassword(request.password(), permanent ? Status.CONFIRMED : Status.FORCE_CHANGE_PASSWORD));
        return AdminSetUserPasswordResponse.builder().build();
    }

    AdminGetUserResponse get(Call call, AdminGetUserRequest request) {
        User user = access.pool(call, "cognito-idp:AdminGetUser", request.userPoolId())
                .user(request.username());
        return AdminGetUserResponse.builder()
                .username(user.username())
                .userAttributes(described(user).attributes())
                .userStatus(user.status().name())
                .enabled(true)
                .userCreateDate(user.createdAt())
                .userLastModifiedDate(user.createdAt())
                .build();
    }

    AdminDeleteUserResponse delete(Call call, AdminDeleteUserRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:AdminDeleteUser", request.userPoolId());
        pool.remove(pool.user(request.username()));
        return AdminDeleteUserResponse.builder().build();
    }

    ListUsersResponse list(Call call, ListUsersRequest request) {
        UserPool pool = access.pool(call, "cognito-idp:ListUsers", request.userPoolId());
        if (request.filter() != null) {
            throw CognitoErrors.invalidParameter("The local cloud does not support Filter of ListUsers.");
        }
        return ListUsersResponse.builder()
                .users(pool.users().stream().map(UserActions::described).toList())
                .build();
    }

    private static UserType described(User user) {
        return UserType.builder()
                .username(user.username())
                .attributes(user.attributes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> AttributeType.builder()
                                .name(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList())
                .userStatus(user.status().name())
                .enabled(true)
                .userCreateDate(user.createdAt())
                .userLastModifiedDate(user.createdAt())
                .build();
    }

    private static Map<String, String> attributes(List<AttributeType> list) {
        Map<String, String> attributes = new LinkedHashMap<>();
        list.forEach(attribute -> attributes.put(attribute.name(), attribute.value()));
        return attributes;
    }
}
