package dev.edaworkshop.localcloud.logs;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The log groups of an account, by name. */
public final class LogGroups {
    private final InstantSource clock;
    private final Map<String, LogGroup> groups = new ConcurrentSkipListMap<>();

    public LogGroups(InstantSource clock) {
        this.clock = clock;
    }

    /** The group of that name; created if there is none. */
    public LogGroup group(String name) {
        return groups.computeIfAbsent(name, n -> new LogGroup(n, clock));
    }

    public Optional<LogGroup> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** By name. */
    public List<LogGroup> all() {
        return List.copyOf(groups.values());
    }

    /** Deletes the group with all it holds; does nothing if there is none. */
    public void delete(String name) {
        groups.remove(name);
    }
}
