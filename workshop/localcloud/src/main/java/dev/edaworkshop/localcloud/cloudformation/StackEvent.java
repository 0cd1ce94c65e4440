package dev.edaworkshop.localcloud.cloudformation;

import java.time.Instant;

/**
 * Something that happened to a resource of a stack.
 *
 * @param status AWS's resource status, such as {@code CREATE_COMPLETE}
 * @param reason empty if all went well
 */
public record StackEvent(
        Instant time, String logicalId, String physicalId, String type, String status, String reason) {}
