package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.wire.AwsException;
import dev.edaworkshop.localcloud.wire.Call;
import dev.edaworkshop.localcloud.wire.RestXmlService;
import dev.edaworkshop.localcloud.wire.RestXmlService.Answer;
import dev.edaworkshop.localcloud.wire.RestXmlService.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** What S3 does with buckets as a whole. */
final class BucketActions {
    private static final int MAX_KEYS = 1000;

    private final Buckets buckets;
    private final String region;

    private BucketActions(Buckets buckets, String region) {
        this.buckets = buckets;
        this.region = region;
    }

    static void add(RestXmlService service, Buckets buckets, String region) {
        BucketActions actions = new BucketActions(buckets, region);
        String bucket = "/{Bucket}";
        service.operation(
                        "GetBucketLocation",
                        Shape.of("GET", bucket, "location"),
                        "LocationConstraint",
                        GetBucketLocationRequest::builder,
                        (call, request, raw) -> actions.location(call, request))
                .operation(
                        "GetBucketEncryption",
                        Shape.of("GET", bucket, "encryption"),
                        "ServerSideEncryptionConfiguration",
                        GetBucketEncryptionRequest::builder,
                        (call, request, raw) -> actions.encryption(call, request))
                .operation(
                        "ListObjectsV2",
                        Shape.of("GET", bucket, "list-type=2"),
                        "ListBucketResult",
                        ListObjectsV2Request::builder,
                        (call, request, raw) -> actions.list(call, request))
                .operation(
                        "DeleteObjects",
                        Shape.of("POST", bucket, "delete"),
                        "DeleteResult",
                        DeleteObjectsRequest::builder,
                        (call, request, raw) -> actions.deleteObjects(call, request))
                .operation(
                        "HeadBucket",
                        Shape.of("HEAD", bucket),
                        "",
                        HeadBucketRequest::builder,
                        (call, request, raw) -> actions.head(call, request))
                .operation(
                        "CreateBucket",
                        Shape.of("PUT", bucket),
                        "",
                        CreateBucketRequest::builder,
                        (call, request, raw) -> actions.create(call, request))
                .operation(
                        "DeleteBucket",
                        Shape.of("DELETE", bucket),
                        "",
                        DeleteBucketRequest::builder,
                        (call, request, raw) -> actions.delete(call, request))
                .operation(
                        "ListBuckets",
                        Shape.of("GET", "/"),
                        "ListAllMyBucketsResult",
                        ListBucketsRequest::builder,
                        (call, request, raw) -> actions.listBuckets(call));
    }

    private Bucket authorized(Call call, String action, String name) {
        Bucket bucket = buckets.require(name);
        call.authorize(action, bucket.arn());
        return bucket;
    }

    private Answer<CreateBucketResponse> create(Call call, CreateBucketRequest request) {
        call.authorize("s3:CreateBucket", "arn:aws:s3:::" + request.bucket());
        // S3 does not mind in us-east-1 if the bucket is one's own already.
        Bucket bucket = buckets.find(request.bucket()).orElseGet(() -> buckets.create(request.bucket()));
        return Answer.of(
                CreateBucketResponse.builder().location("/" + bucket.name()).build());
    }

    private Answer<DeleteBucketResponse> delete(Call call, DeleteBucketRequest request) {
        buckets.delete(authorized(call, "s3:DeleteBucket", request.bucket()).name());
        return Answer.of(DeleteBucketResponse.builder().build());
    }

    private Answer<HeadBucketResponse> head(Call call, HeadBucketRequest request) {
        authorized(call, "s3:ListBucket", request.bucket());
        return Answer.of(HeadBucketResponse.builder().bucketRegion(region).build());
    }

    /** Of us-east-1, the only region here, S3 says nothing. */
    private Answer<GetBucketLocationResponse> location(Call call, GetBucketLocationRequest request) {
        authorized(call, "s3:GetBucketLocation", request.bucket());
        return Answer.of(GetBucketLocationResponse.builder().build());
    }

    private Answer<GetBucketEncryptionResponse> encryption(Call call, GetBucketEncryptionRequest request) {
        authorized(call, "s3:GetEncryptionConfiguration", request.bucket());
        ServerSideEncryptionRule rule = ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AES256))
                .build();
        return Answer.of(GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(configuration -> configuration.rules(rule))
                .build());
    }

    private Answer<ListBucketsResponse> listBuckets(Call call) {
        call.authorize("s3:ListAllMyBuckets", "*");
        return Answer.of(ListBucketsResponse.builder()
                .buckets(buckets.all().stream()
                        .map(bucket -> software.amazon.awssdk.services.s3.model.Bucket.builder()
                                .name(bucket.name())
                                .creationDate(bucket.created())
                                .build())
                        .toList())
                .build());
    }

    private Answer<ListObjectsV2Response> list(Call call, ListObjectsV2Request request) {
        Bucket bucket = authorized(call, "s3:ListBucket", request.bucket());
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        String delimiter = Optional.ofNullable(request.delimiter()).orElse("");
        String after = Optional.ofNullable(request.continuationToken())
                .or(() -> Optional.ofNullable(request.startAfter()))
                .orElse("");
        int max = Math.min(Optional.ofNullable(request.maxKeys()).orElse(MAX_KEYS), MAX_KEYS);
        List<S3Object> found = new ArrayList<>();
        TreeSet<String> folders = new TreeSet<>();
        String last = "";
        boolean truncated = false;
        for (StoredObject object : bucket.objects(prefix)) {
            if (object.key().compareTo(after) <= 0) {
                continue;
            }
            if (found.size() + folders.size() >= max) {
                truncated = true;
                break;
            }
            int cut = delimiter.isEmpty() ? -1 : object.key().indexOf(delimiter, prefix.length());
            if (cut >= 0) {
                folders.add(object.key().substring(0, cut + delimiter.length()));
            } else {
                found.add(listed(object));
            }
            last = object.key();
        }
        ListObjectsV2Response.Builder response = ListObjectsV2Response.builder()
                .name(bucket.name())
                .prefix(prefix)
                .maxKeys(max)
                .keyCount(found.size() + folders.size())
                .isTruncated(truncated)
                .contents(found)
                .commonPrefixes(folders.stream()
                        .map(folder -> CommonPrefix.builder().prefix(folder).build())
                        .toList());
        if (truncated) {
            response.nextContinuationToken(last);
        }
        return Answer.of(response.build());
    }

    private static S3Object listed(StoredObject object) {
        return S3Object.builder()
                .key(object.key())
                .size(object.size())
                .eTag('"' + object.etag() + '"')
                .lastModified(object.lastModified())
                .storageClass("STANDARD")
                .build();
    }

    private Answer<DeleteObjectsResponse> deleteObjects(Call call, DeleteObjectsRequest request) {
        Bucket bucket = buckets.require(request.bucket());
        if (request.delete() == null || request.delete().objects().size() > MAX_KEYS) {
            throw new AwsException(
                    400,
                    "MalformedXML",
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        List<DeletedObject> deleted = new ArrayList<>();
        for (var identifier : request.delete().objects()) {
            call.authorize("s3:DeleteObject", bucket.arn(identifier.key()));
            buckets.delete(bucket, identifier.key());
            deleted.add(DeletedObject.builder().key(identifier.key()).build());
        }
        return Answer.of(DeleteObjectsResponse.builder().deleted(deleted).build());
    }
}
