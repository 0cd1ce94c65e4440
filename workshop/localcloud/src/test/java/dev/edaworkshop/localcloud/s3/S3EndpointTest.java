package dev.edaworkshop.localcloud.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.edaworkshop.localcloud.LocalCloud;
import dev.edaworkshop.localcloud.iam.Policy;
import dev.edaworkshop.localcloud.iam.Principal;
import dev.edaworkshop.localcloud.iam.Role;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3EndpointTest {
    private final LocalCloud cloud = LocalCloud.start(0);
    private final S3Client s3 = client("anybody");

    @BeforeEach
    void createBucket() {
        s3.createBucket(request -> request.bucket("imports"));
    }

    @AfterEach
    void close() {
        s3.close();
        cloud.close();
    }

    @Test
    void an_object_comes_back_as_it_was_put() {
        s3.putObject(
                request -> request.bucket("imports")
                        .key("2026/products + prices.csv")
                        .contentType("text/csv")
                        .metadata(Map.of("rows", "2")),
                RequestBody.fromString("TOY-1;9.99\nTOY-2;19.99\n"));

        var object = s3.getObjectAsBytes(request -> request.bucket("imports").key("2026/products + prices.csv"));

        assertThat(object.asUtf8String()).isEqualTo("TOY-1;9.99\nTOY-2;19.99\n");
        assertThat(object.response().contentType()).isEqualTo("text/csv");
        assertThat(object.response().metadata()).containsEntry("rows", "2");
        assertThat(object.response().eTag()).matches("\"[0-9a-f]{32}\"");
        assertThat(s3.headObject(request -> request.bucket("imports").key("2026/products + prices.csv"))
                        .contentLength())
                .isEqualTo(23);
    }

    @Test
    void a_range_gets_a_part_of_an_object() {
        put("digits", "0123456789");

        assertThat(range("bytes=2-4")).isEqualTo("234");
        assertThat(range("bytes=7-")).isEqualTo("789");
        assertThat(range("bytes=-2")).isEqualTo("89");
        assertThatThrownBy(() -> range("bytes=20-30"))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
    }

    @Test
    void parts_become_one_object() {
        String id = s3.createMultipartUpload(
                        request -> request.bucket("imports").key("big"))
                .uploadId();
        CompletedPart first = part(id, 1, "first,");
        CompletedPart second = part(id, 2, "second");

        var completed = s3.completeMultipartUpload(request -> request.bucket("imports")
                .key("big")
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(first, second)));

        assertThat(completed.eTag()).endsWith("-2\"");
        assertThat(s3.getObjectAsBytes(request -> request.bucket("imports").key("big"))
                        .asUtf8String())
                .isEqualTo("first,second");
    }

    @Test
    void objects_are_listed_by_prefix_in_pages() {
        put("2025/a", "");
        put("2026/a", "");
        put("2026/b", "");
        put("2026/c/d", "");

        ListObjectsV2Response first = s3.listObjectsV2(
                request -> request.bucket("imports").prefix("2026/").maxKeys(2));
        ListObjectsV2Response second = s3.listObjectsV2(
                request -> request.bucket("imports").prefix("2026/").continuationToken(first.nextContinuationToken()));
        ListObjectsV2Response folders =
                s3.listObjectsV2(request -> request.bucket("imports").delimiter("/"));

        assertThat(first.contents()).extracting(S3Object::key).containsExactly("2026/a", "2026/b");
        assertThat(first.isTruncated()).isTrue();
        assertThat(second.contents()).extracting(S3Object::key).containsExactly("2026/c/d");
        assertThat(folders.commonPrefixes()).extracting("prefix").containsExactly("2025/", "2026/");
    }

    @Test
    void a_bucket_is_deleted_once_it_is_empty() {
        put("a", "1");
        put("b", "2");
        assertThatThrownBy(() -> s3.deleteBucket(request -> request.bucket("imports")))
                .hasMessageContaining("The bucket you tried to delete is not empty");

        s3.deleteObjects(request -> request.bucket("imports")
                .delete(delete -> delete.objects(
                        ObjectIdentifier.builder().key("a").build(),
                        ObjectIdentifier.builder().key("b").build())));
        s3.deleteBucket(request -> request.bucket("imports"));

        assertThat(s3.listBuckets().buckets()).isEmpty();
        assertThatThrownBy(() -> put("a", "1")).isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void a_missing_key_and_an_unsupported_action_are_named() {
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(request -> request.bucket("imports").key("nowhere")))
                .isInstanceOf(NoSuchKeyException.class)
                .hasMessageContaining("The specified key does not exist.");
        assertThatThrownBy(() -> s3.getBucketAcl(request -> request.bucket("imports")))
                .hasMessageContaining("The local cloud does not support GET /imports?acl of s3");
    }

    @Test
    void a_role_needs_the_permission_for_the_object() {
        put("a", "1");
        cloud.account()
                .context()
                .iam()
                .putRole(new Role(
                        "reader",
                        "arn:aws:iam::000000000000:role/reader",
                        Policy.parse("{\"Statement\":[]}"),
                        Map.of("read", Policy.parse("""
                                        {"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::imports/*"}]}""")),
                        Optional.empty()));
        String key =
                cloud.issueKey(cloud.account(), new Principal.AssumedRole(LocalCloud.ACCOUNT_ID, "reader", "importer"));

        try (S3Client reader = client(key)) {
            assertThat(reader.getObjectAsBytes(
                                    request -> request.bucket("imports").key("a"))
                            .asUtf8String())
                    .isEqualTo("1");
            assertThatThrownBy(() -> reader.deleteObject(
                            request -> request.bucket("imports").key("a")))
                    .hasMessageContaining("is not authorized to perform: s3:DeleteObject on resource:")
                    .hasMessageContaining("arn:aws:s3:::imports/a");
        }
    }

    private String range(String range) {
        return s3.getObjectAsBytes(
                        request -> request.bucket("imports").key("digits").range(range))
                .asUtf8String();
    }

    private CompletedPart part(String uploadId, int number, String content) {
        String etag = s3.uploadPart(
                        request -> request.bucket("imports")
                                .key("big")
                                .uploadId(uploadId)
                                .partNumber(number),
                        RequestBody.fromString(content))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    private void put(String key, String content) {
        s3.putObject(request -> request.bucket("imports").key(key), RequestBody.fromString(content));
    }

    private S3Client client(String accessKey) {
        return S3Client.builder()
                .endpointOverride(cloud.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
