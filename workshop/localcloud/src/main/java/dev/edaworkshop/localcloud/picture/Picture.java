package dev.edaworkshop.localcloud.picture;

import java.util.List;

/**
 * An account at one time. Two pictures are equal if nothing has been deployed, changed or removed in between.
 *
 * @param stations in no particular order
 * @param ways without repetitions
 */
public record Picture(List<Station> stations, List<Way> ways) {
    public Picture {
        stations = List.copyOf(stations);
        ways = List.copyOf(ways);
    }
}
