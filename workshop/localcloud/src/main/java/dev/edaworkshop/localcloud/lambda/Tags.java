package dev.edaworkshop.localcloud.lambda;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The tags of a function; its versions and aliases have none of their own. */
public final class Tags {
    private final Map<String, String> values = new ConcurrentSkipListMap<>();

    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    public void putAll(Map<String, String> tags) {
        values.putAll(tags);
    }

    public void removeAll(Collection<String> keys) {
        values.keySet().removeAll(keys);
    }

    /** Keeps these and no others. */
    public void replaceBy(Map<String, String> tags) {
        values.keySet().retainAll(tags.keySet());
        values.putAll(tags);
    }
}
