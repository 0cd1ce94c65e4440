package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceDeployer;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import dev.edaworkshop.localcloud.s3.Bucket;
import dev.edaworkshop.localcloud.s3.Buckets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html">AWS::S3::Bucket</a> */
public final class BucketDeployer implements ResourceDeployer {
    private static final int MAX_NAME = 63;

    private final Buckets buckets;

    public BucketDeployer(Buckets buckets) {
        this.buckets = buckets;
    }

    @Override
    public String type() {
        return "AWS::S3::Bucket";
    }

    @Override
    public Set<String> properties() {
        return Set.of("BucketName");
    }

    @Override
    public Map<String, String> recordedProperties() {
        return Map.of(
                "AccessControl", "access is decided by policies here",
                "BucketEncryption", "encryption at rest cannot be observed here",
                "LifecycleConfiguration", "objects do not expire here",
                "LoggingConfiguration", "there are no access logs here",
                "OwnershipControls", "there is one owner here",
                "PublicAccessBlockConfiguration", "nobody but this machine has access",
                "Tags", "nothing here reads them",
                "VersioningConfiguration", "only the newest version of an object is kept here");
    }

    @Override
    public Set<String> createOnlyProperties() {
        return Set.of("BucketName");
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn", "DomainName", "DualStackDomainName", "RegionalDomainName");
    }

    @Override
    public DeployedResource create(ResourceRequest request) {
        String name = request.text("BucketName")
                .orElseGet(() -> request.generatedName(MAX_NAME).toLowerCase(Locale.ROOT));
        Bucket bucket = buckets.create(name);
        String region = request.environment().region();
        return new DeployedResource(
                name,
                Map.of(
                        "Arn", bucket.arn(),
                        "DomainName", name + ".s3.amazonaws.com",
                        "DualStackDomainName", name + ".s3.dualstack." + region + ".amazonaws.com",
                        "RegionalDomainName", name + ".s3." + region + ".amazonaws.com"));
    }

    @Override
    public DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        return deployed;
    }

    @Override
    public void delete(DeployedResource deployed) {
        if (buckets.find(deployed.physicalId()).isPresent()) {
            buckets.delete(deployed.physicalId());
        }
    }
}
