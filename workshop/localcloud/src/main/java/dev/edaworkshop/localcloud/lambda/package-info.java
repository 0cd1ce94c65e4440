/**
 * AWS Lambda: functions run as real processes, one JVM per execution environment, over Lambda's own Runtime API.
 *
 * <p>Start with {@link dev.edaworkshop.localcloud.lambda.Functions}.
 */
@NullMarked
package dev.edaworkshop.localcloud.lambda;

import org.jspecify.annotations.NullMarked;
