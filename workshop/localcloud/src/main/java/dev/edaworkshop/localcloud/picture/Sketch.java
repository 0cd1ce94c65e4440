package dev.edaworkshop.localcloud.picture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A picture being drawn: each service adds what it has. */
public final class Sketch {
    private final Map<String, Station> stations = new LinkedHashMap<>();
    private final Set<Way> ways = new LinkedHashSet<>();

    public void station(String id, Station.Kind kind, String name) {
        station(id, kind, name, "");
    }

    public void station(String id, Station.Kind kind, String name, String note) {
        stations.put(id, new Station(id, kind, name, note));
    }

    public void way(String from, String to, Way.Kind kind) {
        way(from, to, kind, "", "");
    }

    /** @param condition as JSON; empty if all events take the way */
    public void way(String from, String to, Way.Kind kind, String name, String condition) {
        ways.add(new Way(Station.idOf(from), Station.idOf(to), kind, name, condition));
    }

    /** The stations so far, of one kind. */
    public List<Station> stations(Station.Kind kind) {
        return stations.values().stream()
                .filter(station -> station.kind() == kind)
                .toList();
    }

    /** Whether there is a way already, whatever for. */
    public boolean leads(String from, String to) {
        return ways.stream().anyMatch(way -> way.from().equals(from) && way.to().equals(to));
    }

    public Picture finish() {
        return new Picture(List.copyOf(stations.values()), List.copyOf(ways));
    }
}
