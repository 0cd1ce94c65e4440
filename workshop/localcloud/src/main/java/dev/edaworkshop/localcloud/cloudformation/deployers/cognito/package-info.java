/** Resource types of Cognito user pools. */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation.deployers.cognito;

import org.jspecify.annotations.NullMarked;
