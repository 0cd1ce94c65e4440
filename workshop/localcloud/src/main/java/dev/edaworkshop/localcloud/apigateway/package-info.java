/** Amazon API Gateway: what REST and HTTP APIs have in common, and the way from the port to a deployed API. */
@NullMarked
package dev.edaworkshop.localcloud.apigateway;

import org.jspecify.annotations.NullMarked;
