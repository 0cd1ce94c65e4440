/** REST APIs, which AWS also calls API Gateway v1. */
@NullMarked
package dev.edaworkshop.localcloud.apigateway.rest;

import org.jspecify.annotations.NullMarked;
