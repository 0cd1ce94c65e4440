/**
 * What runs inside a function's process: a portable client of the Lambda Runtime API.
 *
 * <p>It is packed into a jar of its own and needs nothing but the JDK, {@code aws-lambda-java-core} and
 * {@code aws-lambda-java-serialization}; nothing in here may use other classes of the local cloud.
 */
@NullMarked
package dev.edaworkshop.localcloud.lambda.bootstrap;

import org.jspecify.annotations.NullMarked;
