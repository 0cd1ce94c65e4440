package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.s3.Buckets;
import java.util.Map;
import java.util.Set;

/**
 * Empties a bucket before it is deleted, which in AWS a function does that CDK adds ({@code autoDeleteObjects}).
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3.Bucket.html#autodeleteobjects">autoDeleteObjects</a>
 */
public final class AutoDeleteObjectsDeployer implements ResourceDeployer {
    private final Buckets buckets;

    public AutoDeleteObjectsDeployer(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String type() {
        return "Custom::S3AutoDeleteObjects";
    }

    @Override
    public Set<String> properties() {
        return Set.of("BucketName", "ServiceToken");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("BucketName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        return new DeployedResource(request.generatedId(), Map.of("BucketName", request.requiredText("BucketName")));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        buckets.find(deployed.attribute("BucketName")).ifPresent(buckets::empty);
    }
}
