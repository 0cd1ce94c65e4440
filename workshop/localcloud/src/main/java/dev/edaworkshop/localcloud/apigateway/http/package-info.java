/** HTTP APIs, which AWS also calls API Gateway v2. */
@NullMarked
package dev.edaworkshop.localcloud.apigateway.http;

import org.jspecify.annotations.NullMarked;
