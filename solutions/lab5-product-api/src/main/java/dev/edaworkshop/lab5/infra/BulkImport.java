package dev.edaworkshop.lab5.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Where files of products wait for a worker: the files in a bucket, their chunks in a queue. */
final class BulkImport extends Construct {

    private final Bucket files;
    private final EventQueue chunks;

    BulkImport(Construct scope, String id) {
        super(scope, id);
        files = Bucket.Builder.create(this, "Files")
                .enforceSsl(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        NagSuppressions.addResourceSuppressions(
                files,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-S1")
                        .reason("Access logs need a second bucket; only the import's worker uses this one.")
                        .build()));
        chunks = new EventQueue(this, "Chunks");
    }

    String bucketName() {
        return files.getBucketName();
    }

    String queueUrl() {
        return chunks.url();
    }
}
