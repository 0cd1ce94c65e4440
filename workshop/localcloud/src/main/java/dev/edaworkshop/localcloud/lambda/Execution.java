package dev.edaworkshop.localcloud.lambda;

/**
 * An invocation that has ended.
 *
 * @param version that was at work: {@code $LATEST} or a number
 */
record Execution(InvocationResult result, String version) {}
