package dev.edaworkshop.localcloud.cloudformation.deployers;

import dev.edaworkshop.localcloud.cloudformation.DeployedResource;
import dev.edaworkshop.localcloud.cloudformation.ResourceRequest;
import java.util.List;
import java.util.Map;

/**
 * Functions that CDK adds to a stack by itself, behind its custom resources. They are written for Node.js, which the
 * local cloud does not run; what they would do, the deployers of these custom resources do.
 */
final class CdkProviderFunctions {
    private static final List<String> LOGICAL_IDS = List.of(
            "CustomS3AutoDeleteObjectsCustomResourceProviderHandler", "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a");

    private CdkProviderFunctions() {}

    static boolean contain(ResourceRequest request) {
        return request.text("Runtime")
                        .filter(runtime -> runtime.startsWith("nodejs"))
                        .isPresent()
                && LOGICAL_IDS.stream().anyMatch(id -> request.logicalId().startsWith(id));
    }

    /** A function that has a name and an ARN, and is never invoked. */
    static DeployedResource record(String name, ResourceRequest request) {
        return new DeployedResource(name, Map.of("Arn", request.environment().arn("lambda", "function:" + name)));
    }
}
