/** Resource types of API Gateway, REST and HTTP APIs. */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation.deployers.apigateway;

import org.jspecify.annotations.NullMarked;
