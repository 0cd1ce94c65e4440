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

    /** The name of a group that is given by name or ARN. */
    static String nameIn(String nameOrArn) {
        int marker = nameOrArn.indexOf(":log-group:");
        String name = marker < 0 ? nameOrArn : nameOrArn.substring(marker + ":log-group:".length());
        return name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
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
