package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.AccountContext;
import dev.edaworkshop.localcloud.s3.Buckets.ObjectHead;
import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.HttpRequest;
import dev.edaworkshop.localcloud.wire.RestXmlService;
import dev.edaworkshop.localcloud.wire.RestXmlService.Answer;
import dev.edaworkshop.localcloud.wire.RestXmlService.Shape;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** S3 on the wire; buckets are named in the path, or before the host's name. */
public final class S3Endpoint {
    private final Buckets buckets;
    private final Uploads uploads;

    private S3Endpoint(Buckets buckets) {
        this.buckets = buckets;
        this.uploads = new Uploads(buckets);
    }

    public static RestXmlService of(Buckets buckets, AccountContext account) {
        S3Endpoint s3 = new S3Endpoint(buckets);
        RestXmlService service = new RestXmlService(
                "s3",
                "http://s3.amazonaws.com/doc/2006-03-01/",
                account.iam(),
                account.journal(),
                new Call.AccessDeniedStyle(403, "AccessDenied"));
        s3.addUploads(service);
        s3.addObjects(service);
        BucketActions.add(service, buckets, account.region());
        return service;
    }

    private void addObjects(RestXmlService service) {
        String object = "/{Bucket}/{Key+}";
        service.operation("PutObject", Shape.of("PUT", object), "", PutObjectRequest::builder, this::put)
                .operation("GetObject", Shape.of("GET", object), "", GetObjectRequest::builder, this::get)
                .operation("HeadObject", Shape.of("HEAD", object), "", HeadObjectRequest::builder, this::head)
                .operation("DeleteObject", Shape.of("DELETE", object), "", DeleteObjectRequest::builder, this::delete);
    }

    private void addUploads(RestXmlService service) {
        String object = "/{Bucket}/{Key+}";
        service.operation(
                        "CreateMultipartUpload",
                        Shape.of("POST", object, "uploads"),
                        "InitiateMultipartUploadResult",
                        CreateMultipartUploadRequest::builder,
                        this::begin)
                .operation(
                        "UploadPart",
                        Shape.of("PUT", object, "uploadId", "partNumber"),
                        "",
                        UploadPartRequest::builder,
                        this::part)
                .operation(
                        "CompleteMultipartUpload",
                        Shape.of("POST", object, "uploadId"),
                        "CompleteMultipartUploadResult",
                        CompleteMultipartUploadRequest::builder,
                        this::complete)
                .operation(
                        "AbortMultipartUpload",
                        Shape.of("DELETE", object, "uploadId"),
                        "",
                        AbortMultipartUploadRequest::builder,
                        this::abort);
    }

    private Answer<PutObjectResponse> put(Call call, PutObjectRequest request, HttpRequest raw) {
        Bucket bucket = authorized(call, "s3:PutObject", request.bucket(), request.key());
        if (raw.header("x-amz-copy-source").isPresent()) {
            throw new AwsException(501, "NotImplemented", "The local cloud does not support CopyObject of s3.");
        }
        StoredObject stored =
                buckets.put(bucket, head(request.key(), request.contentType(), request.metadata()), content(raw));
        return Answer.of(PutObjectResponse.builder().eTag(quoted(stored)).build());
    }

    private Answer<GetObjectResponse> get(Call call, GetObjectRequest request, HttpRequest raw) {
        StoredObject object = require(call, "s3:GetObject", request.bucket(), request.key());
        byte[] content = object.content();
        Optional<ByteRange> range = Optional.ofNullable(request.range()).map(text -> ByteRange.parse(text, content));
        byte[] part = range.map(ByteRange::bytes).orElse(content);
        GetObjectResponse.Builder response = GetObjectResponse.builder()
                .acceptRanges("bytes")
                .contentLength((long) part.length)
                .contentType(type(object))
                .eTag(quoted(object))
                .lastModified(object.lastModified())
                .metadata(object.metadata());
        range.ifPresent(bytes -> response.contentRange(bytes.header()));
        return new Answer<>(response.build(), Optional.of(part));
    }

    private Answer<HeadObjectResponse> head(Call call, HeadObjectRequest request, HttpRequest raw) {
        StoredObject object = require(call, "s3:GetObject", request.bucket(), request.key());
        return Answer.of(HeadObjectResponse.builder()
                .acceptRanges("bytes")
                .contentLength(object.size())
                .contentType(type(object))
                .eTag(quoted(object))
                .lastModified(object.lastModified())
                .metadata(object.metadata())
                .build());
    }

    private Answer<DeleteObjectResponse> delete(Call call, DeleteObjectRequest request, HttpRequest raw) {
        buckets.delete(authorized(call, "s3:DeleteObject", request.bucket(), request.key()), request.key());
        return Answer.of(DeleteObjectResponse.builder().build());
    }

    private Answer<CreateMultipartUploadResponse> begin(
            Call call, CreateMultipartUploadRequest request, HttpRequest raw) {
        Bucket bucket = authorized(call, "s3:PutObject", request.bucket(), request.key());
        String id = uploads.begin(bucket, head(request.key(), request.contentType(), request.metadata()));
        return Answer.of(CreateMultipartUploadResponse.builder()
                .bucket(request.bucket())
                .key(request.key())
                .uploadId(id)
                .build());
    }

    private Answer<UploadPartResponse> part(Call call, UploadPartRequest request, HttpRequest raw) {
        authorized(call, "s3:PutObject", request.bucket(), request.key());
        String etag = uploads.put(request.uploadId(), request.partNumber(), content(raw));
        return Answer.of(UploadPartResponse.builder().eTag('"' + etag + '"').build());
    }

    private Answer<CompleteMultipartUploadResponse> complete(
            Call call, CompleteMultipartUploadRequest request, HttpRequest raw) {
        Bucket bucket = authorized(call, "s3:PutObject", request.bucket(), request.key());
        StoredObject stored =
                uploads.complete(request.uploadId(), request.multipartUpload().parts());
        return Answer.of(CompleteMultipartUploadResponse.builder()
                .bucket(bucket.name())
                .key(stored.key())
                .eTag(quoted(stored))
                .location("/" + bucket.name() + "/" + stored.key())
                .build());
    }

    private Answer<AbortMultipartUploadResponse> abort(
            Call call, AbortMultipartUploadRequest request, HttpRequest raw) {
        authorized(call, "s3:AbortMultipartUpload", request.bucket(), request.key());
        uploads.abort(request.uploadId());
        return Answer.of(AbortMultipartUploadResponse.builder().build());
    }

    private Bucket authorized(Call call, String action, String bucketName, String key) {
        Bucket bucket = buckets.require(bucketName);
        call.authorize(action, bucket.arn(key));
        return bucket;
    }

    private StoredObject require(Call call, String action, String bucketName, String key) {
        return authorized(call, action, bucketName, key)
                .object(key)
                .orElseThrow(() -> new AwsException(404, "NoSuchKey", "The specified key does not exist."));
    }

    private static byte[] content(HttpRequest raw) {
        String announced = raw.header("x-amz-content-sha256").orElse("");
        return ChunkedBody.isAnnouncedBy(announced) ? ChunkedBody.decode(raw.body()) : raw.body();
    }

    private static ObjectHead head(String key, @Nullable String contentType, Map<String, String> metadata) {
        return new ObjectHead(key, contentType == null ? "" : contentType, metadata);
    }

    private static String type(StoredObject object) {
        return object.contentType().isEmpty() ? "binary/octet-stream" : object.contentType();
    }

    private static String quoted(StoredObject object) {
        return '"' + object.etag() + '"';
    }
}
