package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.Asset;
import dev.edaworkshop.localcloud.s3.Bucket;
import dev.edaworkshop.localcloud.s3.Buckets;
import dev.edaworkshop.localcloud.s3.StoredObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The objects that a template names as somebody's code.
 *
 * <p>Their keys are hashes, so an object whose key stands somewhere in the template is one that it means. Zips are
 * unpacked once.
 */
final class BucketAssets {
    private BucketAssets() {}

    static List<Asset> in(String template, Collection<String> parameterValues, Buckets buckets) {
        List<Asset> assets = new ArrayList<>();
        for (Bucket bucket : buckets.all()) {
            for (StoredObject object : bucket.objects("")) {
                if (template.contains(object.key()) || parameterValues.contains(object.key())) {
                    assets.add(asset(bucket, object, buckets));
                }
            }
        }
        return assets;
    }

    private static Asset asset(Bucket bucket, StoredObject object, Buckets buckets) {
        boolean zip = object.key().endsWith(".zip");
        return new Asset(
                bucket.name(),
                object.key(),
                zip ? Asset.Packaging.ZIP : Asset.Packaging.FILE,
                zip ? buckets.unpacked(object) : object.file());
    }
}
