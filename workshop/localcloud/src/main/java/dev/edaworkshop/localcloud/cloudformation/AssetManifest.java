package dev.edaworkshop.localcloud.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file {@code <stack>.assets.json} of a cloud assembly. */
record AssetManifest(Path directory, String file, JsonNode json) {
    /** One for each place where AWS would find an asset. */
    List<Asset> assets() {
        if (!json.path("dockerImages").isEmpty()) {
            throw unsupported("lists container images, which the local cloud does not run. Use Code.fromAsset");
        }
        List<Asset> assets = new ArrayList<>();
        json.path("files").forEach(asset -> {
            Asset.Packaging packaging = packaging(asset);
            Path path = source(asset);
            asset.path("destinations")
                    .forEach(destination -> assets.add(new Asset(
                            destination.path("bucketName").asText(),
                            destination.path("objectKey").asText(),
                            packaging,
                            path)));
        });
        return assets;
    }

    private Asset.Packaging packaging(JsonNode asset) {
        String packaging = asset.path("source").path("packaging").asText("file");
        return switch (packaging) {
            case "zip" -> Asset.Packaging.ZIP;
            case "file" -> Asset.Packaging.FILE;
            default -> throw unsupported("has an asset with packaging " + packaging + ". Use zip or file");
        };
    }

    private Path source(JsonNode asset) {
        if (!asset.path("source").has("path")) {
            throw unsupported("has an asset that a command is to build. Use Code.fromAsset with a path");
        }
        Path path =
                directory.resolve(asset.path("source").path("path").asText()).normalize();
        if (!Files.exists(path)) {
            throw BrokenAssemblyException.broken(directory, file + " lists the asset " + path + ", which is not there");
        }
        return path;
    }

    private BrokenAssemblyException unsupported(String problem) {
        return BrokenAssemblyException.unsupported(directory, file + " " + problem);
    }
}
