package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A stack as somebody wants it to be.
 *
 * @param template JSON
 * @param parameters values of the template's parameters, by name
 * @param tags of the stack and of all its resources that have tags
 * @param assets what is on disk instead of in a bucket
 * @param terminationProtection whether deleting the stack is refused
 */
public record StackRequest(
        String stackName,
        String template,
        Map<String, String> parameters,
        Map<String, String> tags,
        List<Asset> assets,
        boolean terminationProtection) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]{0,127}");

    public StackRequest {
        if (!NAME.matcher(stackName).matches()) {
            throw CloudFormationException.validationError(
                    "Stack name " + stackName
                            + " must begin with a letter, consist of letters, digits and hyphens, and have at most 128 of them");
        }
        parameters = Map.copyOf(parameters);
        tags = Map.copyOf(tags);
        assets = List.copyOf(assets);
    }

    /** Without parameters, tags and assets. */
    public static StackRequest of(String stackName, String template) {
        return new StackRequest(stackName, template, Map.of(), Map.of(), List.of(), false);
    }

    public StackRequest withParameters(Map<String, String> values) {
        return new StackRequest(stackName, template, values, tags, assets, terminationProtection);
    }

    public StackRequest withTags(Map<String, String> values) {
        return new StackRequest(stackName, template, parameters, values, assets, terminationProtection);
    }

    public StackRequest withAssets(List<Asset> fileAssets) {
        return new StackRequest(stackName, template, parameters, tags, fileAssets, terminationProtection);
    }

    public StackRequest withTerminationProtection(boolean protection) {
        return new StackRequest(stackName, template, parameters, tags, assets, protection);
    }
}
