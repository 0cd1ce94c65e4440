package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.iam.Iam;
import dev.edaworkshop.localcloud.iam.Policy;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html">AWS::S3::BucketPolicy</a> */
public final class BucketPolicyDeployer implements ResourceDeployer {
    private static final String NAME = "bucket policy";

    private final Iam iam;

    public BucketPolicyDeployer(Iam iam) {
        this.iam = iam;
    }

    @Override
    public String type() {
        return "AWS::S3::BucketPolicy";
    }

    @Override
    public Set<String> properties() {
        return Set.of("Bucket", "PolicyDocument");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("Bucket");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String arn = "arn:aws:s3:::" + request.requiredText("Bucket");
        iam.putResourcePolicy(arn, NAME, Policy.parse(request.json("PolicyDocument")));
        return new DeployedResource(request.requiredText("Bucket"), Map.of());
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return create(request);
    }

    @Override
    public void delete(DeployedResource deployed) {
        iam.deleteResourcePolicy("arn:aws:s3:::" + deployed.physicalId(), NAME);
    }
}
