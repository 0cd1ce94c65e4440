package dev.edaworkshop.localcloud.apigateway.rest;

import dev.edaworkshop.localcloud.apigateway.PathPattern;

/**
 * A resource of a REST API.
 *
 * @param parentId empty for the root
 * @param path the whole of it, such as {@code /orders/{id}}
 */
public record Resource(String id, String parentId, String pathPart, String path) {
    PathPattern pattern() {
        return new PathPattern(path);
    }
}
