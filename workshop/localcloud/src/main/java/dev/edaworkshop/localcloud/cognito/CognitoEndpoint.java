package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RpcService;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminConfirmSignUpRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminDeleteUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminSetUserPasswordRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeleteUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DescribeUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolClientsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUserPoolsRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpRequest;

/** Cognito user pools on the wire. */
public final class CognitoEndpoint {
    private CognitoEndpoint() {}

    public static RpcService of(UserPools userPools, AccountContext account) {
        Access access = new Access(userPools, account);
        SignIn signIn = new SignIn(access, new Tokens(account.clock()));
        UserActions users = new UserActions(access);
        PoolActions pools = new PoolActions(access);
        return new RpcService(
                        "cognito-idp",
                        account.iam(),
                        account.journal(),
                        new Call.AccessDeniedStyle(400, "AccessDeniedException"))
                .json(UnsignedActions.TARGET_PREFIX, "1.1", "")
                .missingMember("InvalidParameterException")
                .operation(
                        "AdminConfirmSignUp",
                        AdminConfirmSignUpRequest::builder,
                        users::confirm,
                        "UserPoolId",
                        "Username")
                .operation("AdminCreateUser", AdminCreateUserRequest::builder, users::create, "UserPoolId", "Username")
                .operation("AdminDeleteUser", AdminDeleteUserRequest::builder, users::delete, "UserPoolId", "Username")
                .operation("AdminGetUser", AdminGetUserRequest::builder, users::get, "UserPoolId", "Username")
                .operation(
                        "AdminInitiateAuth",
                        AdminInitiateAuthRequest::builder,
                        signIn::adminInitiate,
                        "UserPoolId",
                        "ClientId",
                        "AuthFlow")
                .operation(
                        "AdminSetUserPassword",
                        AdminSetUserPasswordRequest::builder,
                        users::setPassword,
                        "UserPoolId",
                        "Username",
                        "Password")
                .operation("DeleteUserPool", DeleteUserPoolRequest::builder, pools::delete, "UserPoolId")
                .operation("DescribeUserPool", DescribeUserPoolRequest::builder, pools::describe, "UserPoolId")
                .operation("InitiateAuth", InitiateAuthRequest::builder, signIn::initiate, "ClientId", "AuthFlow")
                .operation("ListUserPoolClients", ListUserPoolClientsRequest::builder, pools::clients, "UserPoolId")
                .operation("ListUserPools", ListUserPoolsRequest::builder, pools::list)
                .operation("ListUsers", ListUsersRequest::builder, users::list, "UserPoolId")
                .operation(
                        "RespondToAuthChallenge",
                        RespondToAuthChallengeRequest::builder,
                        signIn::respond,
                        "ClientId",
                        "ChallengeName")
                .operation("SignUp", SignUpRequest::builder, users::signUp, "ClientId", "Username");
    }
}
