package dev.edaworkshop.localcloud.cognito;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.wire.Call;

/** Finds pools and clients for those who may use them. */
record Access(UserPools pools, AccountContext account) {
    /** The pool, if the caller may do this to it. */
    UserPool pool(Call call, String action, String id) {
        call.authorize(action, account.arn("cognito-idp", "userpool/" + id));
        return pool(id);
    }

    UserPool pool(String id) {
        return pools.find(id).orElseThrow(() -> CognitoErrors.noSuchPool(id));
    }

    PoolClient client(String id) {
        return pools.client(id).orElseThrow(() -> CognitoErrors.noSuchClient(id));
    }
}
