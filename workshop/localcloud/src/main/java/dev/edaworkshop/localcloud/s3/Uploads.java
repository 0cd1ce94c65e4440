package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.s3.Buckets.ObjectHead;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Multipart uploads that are under way.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart upload</a>
 */
final class Uploads {
    private final Buckets buckets;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    Uploads(Buckets buckets) {
        this.buckets = buckets;
    }

    private record Upload(Bucket bucket, ObjectHead head, Map<Integer, Part> parts) {}

    private record Part(Path file, String etag) {}

    String begin(Bucket bucket, ObjectHead head) {
        String id = UUID.randomUUID().toString().replace("-", "");
        uploads.put(id, new Upload(bucket, head, new ConcurrentSkipListMap<>()));
        return id;
    }

    /** @return the part's ETag, without quotes */
    String put(String uploadId, int partNumber, byte[] content) {
        Part part = new Part(buckets.write(content), Buckets.md5(content));
        require(uploadId).parts.put(partNumber, part);
        return part.etag;
    }

    StoredObject complete(String uploadId, List<CompletedPart> wanted) {
        Upload upload = require(uploadId);
        List<Path> files = new ArrayList<>();
        StringBuilder digests = new StringBuilder();
        for (CompletedPart part : wanted) {
            Part stored = Optional.ofNullable(upload.parts.get(part.partNumber()))
                    .filter(there -> there.etag.equals(part.eTag().replace("\"", "")))
                    .orElseThrow(
                            () -> new AwsException(
                                    400,
                                    "InvalidPart",
                                    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag."));
            files.add(stored.file);
            digests.append(stored.etag);
        }
        if (files.isEmpty()) {
            throw new AwsException(
                    400,
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        uploads.remove(uploadId);
        String etag = Buckets.md5(HexFormat.of().parseHex(digests)) + "-" + files.size();
        return buckets.put(upload.bucket, upload.head, etag, files);
    }

    void abort(String uploadId) {
        require(uploadId);
        uploads.remove(uploadId);
    }

    private Upload require(String uploadId) {
        return Optional.ofNullable(uploads.get(uploadId))
                .orElseThrow(
                        () -> new AwsException(
                                404,
                                "NoSuchUpload",
                                "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed."));
    }
}
