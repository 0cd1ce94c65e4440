package dev.edaworkshop.localcloud.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket: objects by key, in the order of their keys. */
public final class Bucket {
    private final String name;
    private final Instant created;
    private final ConcurrentNavigableMap<String, StoredObject> objects = new ConcurrentSkipListMap<>();

    Bucket(String name, Instant created) {
        this.name = name;
        this.created = created;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return "arn:aws:s3:::" + name;
    }

    public String arn(String key) {
        return arn() + "/" + key;
    }

    Instant created() {
        return created;
    }

    public Optional<StoredObject> object(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** All objects whose keys begin so, in the order of their keys. */
    public List<StoredObject> objects(String prefix) {
        return objects.tailMap(prefix, true).values().stream()
                .takeWhile(object -> object.key().startsWith(prefix))
                .toList();
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    /** @return what was there before */
    Optional<StoredObject> put(StoredObject object) {
        return Optional.ofNullable(objects.put(object.key(), object));
    }

    Optional<StoredObject> remove(String key) {
        return Optional.ofNullable(objects.remove(key));
    }
}
