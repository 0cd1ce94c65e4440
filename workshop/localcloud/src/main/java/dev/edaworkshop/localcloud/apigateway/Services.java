package dev.edaworkshop.localcloud.apigateway;

import dev.edaworkshop.localcloud.AccountContext;

/** What every API of an account uses. */
public record Services(AccountContext account, PatientBackend backend, TokenVerifier tokens, CallerAccess callers) {}
