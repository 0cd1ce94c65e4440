package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which physical resources still exist although no stack has them any more, so that generated names do not
 * collide with theirs.
 */
final class Generations {
    private record Key(String stackName, String logicalId) {}

    private final Map<Key, Integer> next = new ConcurrentHashMap<>();

    int next(String stackName, String logicalId) {
        return next.getOrDefault(new Key(stackName, logicalId), 0);
    }

    void leftBehind(String stackName, LiveResource resource) {
        next.merge(new Key(stackName, resource.logicalId()), resource.generation() + 1, Math::max);
    }
}
