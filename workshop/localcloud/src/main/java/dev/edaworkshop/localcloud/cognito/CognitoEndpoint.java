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
                .operation("AdminConfirmSignUp", AdminConfirmSignUpRequest::builder, users::confirm)
                .operation("AdminCreateUser", AdminCreateUserRequest::builder, users::create)
                .operation("AdminDeleteUser", AdminDeleteUserRequest::builder, users::delete)
                .operation("AdminGetUser", AdminGetUserRequest::builder, users::get)
                .operation("AdminInitiateAuth", AdminInitiateAuthRequest::builder, signIn::adminInitiate)
                .operation("AdminSetUserPassword", AdminSetUserPasswordRequest::builder, users::setPassword)
                .operation("DeleteUserPool", DeleteUserPoolRequest::builder, pools::delete)
                .operation("DescribeUserPool", DescribeUserPoolRequest::builder, pools::describe)
                .operation("InitiateAuth", InitiateAuthRequest::builder, signIn::initiate)
                .operation("ListUserPoolClients", ListUserPoolClientsRequest::builder, pools::clients)
                .operation("ListUserPools", ListUserPoolsRequest::builder, pools::list)
                .operation("ListUsers", ListUsersRequest::builder, users::list)
                .operation("RespondToAuthChallenge", RespondToAuthChallengeRequest::builder, signIn::respond)
                .operation("SignUp", SignUpRequest::builder, users::signUp);
    }
}
