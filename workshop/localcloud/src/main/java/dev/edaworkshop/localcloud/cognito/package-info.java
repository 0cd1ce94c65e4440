/** Amazon Cognito user pools: users who sign in with a password, and signed tokens that authorizers verify. */
@NullMarked
package dev.edaworkshop.localcloud.cognito;

import org.jspecify.annotations.NullMarked;
