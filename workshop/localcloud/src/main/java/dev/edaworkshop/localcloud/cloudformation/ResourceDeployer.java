package dev.edaworkshop.localcloud.cloudformation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Deploys one type of resource. The list of deployers is the list of what the local cloud supports.
 *
 * <p>A property is named as in the template, {@code VisibilityTimeout}, and one within an object with dots,
 * {@code Code.S3Key}; list items do not count, {@code Tags.Key} is the key of each tag. A name stands for everything
 * below it: declaring {@code Environment} honours whatever it contains, declaring {@code Code.S3Bucket} and
 * {@code Code.S3Key} instead of {@code Code} refuses {@code Code.ZipFile}. Whatever is not declared is refused by name
 * before anything is created.
 *
 * <p>Calls for one stack come one after the other. Any {@link RuntimeException} fails the deployment, and its message
 * becomes the reason that people read: say what is wrong, not where in the code.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Properties,
 *     Ref and GetAtt of each type</a>
 */
public interface ResourceDeployer {
    /** Such as {@code AWS::SQS::Queue}. */
    String type();

    /** The properties that work here as in AWS. */
    Set<String> properties();

    /** Properties that are accepted without any effect here; each with the reason, such as "nothing is encrypted here". */
    default Map<String, String> recordedProperties() {
        return Map.of();
    }

    /** Properties of which a change cannot be applied to an existing resource, so that it is replaced. */
    default Set<String> createOnlyProperties() {
        return Set.of();
    }

    /** What {@code Fn::GetAtt} may ask for, such as {@code Arn}; any other attribute is refused before anything is created. */
    default Set<String> attributes() {
        return Set.of();
    }

    /** Present if the whole type has no effect here: why. Then all its properties are accepted. */
    default Optional<String> recordedBecause() {
        return Optional.empty();
    }

    /**
     * Creates a new physical resource; a create that fails leaves nothing behind.
     *
     * <p>On replacement this comes before {@link #delete} of the old resource, which still exists.
     */
    DeployedResource create(ResourceRequest request);

    /**
     * Gives an existing resource new properties; called only if one that is neither create-only nor recorded, or a tag
     * of the stack, has changed. Also undoes an update, with the former properties; if the update failed, in whatever
     * state it left the resource.
     *
     * @param request with all properties, not only changed ones
     * @return with the physical id it had
     */
    default DeployedResource update(DeployedResource deployed, ResourceRequest request) {
        throw new UnsupportedOperationException(type() + " cannot be updated: its properties are create-only");
    }

    /** Deletes the resource; one that is already gone is no error. */
    void delete(DeployedResource deployed);
}
