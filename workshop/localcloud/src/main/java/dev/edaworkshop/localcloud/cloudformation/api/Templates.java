package dev.edaworkshop.localcloud.cloudformation.api;

import dev.edaworkshop.localcloud.cloudformation.CloudFormationException;
import dev.edaworkshop.localcloud.cloudformation.Stack;
import dev.edaworkshop.localcloud.cloudformation.StackRequest;
import dev.edaworkshop.localcloud.cloudformation.Stacks;
import dev.edaworkshop.localcloud.s3.Bucket;
import dev.edaworkshop.localcloud.s3.Buckets;
import dev.edaworkshop.localcloud.wire.AwsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Finds the template that a request means: in the request, in a bucket, or what a stack was deployed from. */
final class Templates {
    private final Stacks stacks;
    private final Buckets buckets;

    Templates(Stacks stacks, Buckets buckets) {
        this.stacks = stacks;
        this.buckets = buckets;
    }

    /** What requests say about the template; null is what they do not say, as in AWS's classes. */
    record Source(
            @Nullable String body,
            @Nullable String url,
            @Nullable Boolean previous) {}

    /** A request with everything that is needed to deploy it. */
    StackRequest request(String stackName, Source source, List<Parameter> parameters, List<Tag> tags) {
        Optional<StackRequest> former = stacks.stack(stackName).flatMap(Stack::request);
        String template = template(source, former.map(StackRequest::template));
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : parameters) {
            require(parameter.parameterKey(), "parameters", "parameterKey");
            boolean previous = Boolean.TRUE.equals(parameter.usePreviousValue());
            Optional<String> value = previous
                    ? former.map(StackRequest::parameters).map(known -> known.get(parameter.parameterKey()))
                    : Optional.ofNullable(parameter.parameterValue());
            value.ifPresent(text -> values.put(parameter.parameterKey(), text));
        }
        Map<String, String> tagged = new HashMap<>();
        for (Tag tag : tags) {
            require(tag.key(), "tags", "key");
            require(tag.value(), "tags", "value");
            tagged.put(tag.key(), tag.value());
        }
        try {
            return StackRequest.of(stackName, template)
                    .withParameters(values)
                    .withTags(tagged)
                    .withTerminationProtection(stacks.stack(stackName)
                            .map(Stack::hasTerminationProtection)
                            .orElse(false))
                    .withAssets(BucketAssets.in(template, values.values(), buckets));
        } catch (CloudFormationException e) {
            throw StackNames.onTheWire(e);
        }
    }

    /** What a stack was deployed from. */
    Optional<String> deployed(String nameOrArn) {
        return stacks.stack(StackNames.nameOf(nameOrArn))
                .flatMap(Stack::request)
                .map(StackRequest::template);
    }

    private static void require(@Nullable String value, String list, String member) {
        if (value == null) {
            throw new AwsException(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value null at '%s.member.%s' failed to satisfy constraint: Member must not be null"
                            .formatted(list, member));
        }
    }

    String template(Source source) {
        return template(source, Optional.empty());
    }

    private String template(Source source, Optional<String> former) {
        if (source.body() != null) {
            return source.body();
        }
        if (source.url() != null) {
            return stored(source.url());
        }
        if (Boolean.TRUE.equals(source.previous()) && former.isPresent()) {
            return former.get();
        }
        throw new AwsException(400, "ValidationError", "Either Template URL or Template Body must be specified.");
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() != null && uri.getPath().startsWith("/")) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused below, like the address of something else
        }
        throw new AwsException(400, "ValidationError", "TemplateURL must be a supported URL.");
    }

    /** Of the forms {@code https://s3.region.amazonaws.com/bucket/key} and {@code https://bucket.s3.….com/key}. */
    private String stored(String url) {
        URI uri = parse(url);
        String path = uri.getPath().substring(1);
        String host = uri.getHost();
        int dot = host.indexOf(".s3");
        String bucketName = dot > 0 ? host.substring(0, dot) : path.substring(0, Math.max(0, path.indexOf('/')));
        String key = dot > 0 ? path : path.substring(path.indexOf('/') + 1);
        return buckets.find(bucketName)
                .flatMap((Bucket bucket) -> bucket.object(key))
                .map(object -> new String(object.content(), StandardCharsets.UTF_8))
                .orElseThrow(() -> new AwsException(
                        400, "ValidationError", "S3 error: The specified key does not exist. (" + url + ")"));
    }
}
