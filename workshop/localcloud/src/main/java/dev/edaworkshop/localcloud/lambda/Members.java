package dev.edaworkshop.localcloud.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** What AWS's model classes have in common. */
final class Members {
    private Members() {}

    /**
     * Refuses a request that asks for more than is supported.
     *
     * @param supported by AWS's names
     * @throws dev.edaworkshop.localcloud.wire.AwsException that names the first other member
     */
    static void requireOnly(Set<String> supported, SdkPojo request) {
        for (SdkField<?> field : request.sdkFields()) {
            if (isSet(field.getValueOrDefault(request)) && !supported.contains(field.memberName())) {
                throw LambdaErrors.unsupported("the parameter " + field.memberName());
            }
        }
    }

    /** Whether a request says something about a member. */
    static boolean isSet(SdkPojo request, String member) {
        return request.sdkFields().stream()
                .anyMatch(field -> field.memberName().equals(member) && isSet(field.getValueOrDefault(request)));
    }

    /** Copies the members that both have; Lambda describes the same thing with several classes. */
    static <B extends SdkPojo> B copy(SdkPojo from, B builder) {
        Map<String, SdkField<?>> targets = new HashMap<>();
        builder.sdkFields().forEach(field -> targets.put(field.memberName(), field));
        for (SdkField<?> field : from.sdkFields()) {
            Object value = field.getValueOrDefault(from);
            SdkField<?> target = targets.get(field.memberName());
            if (target != null && isSet(value)) {
                target.set(builder, value);
            }
        }
        return builder;
    }

    private static boolean isSet(Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }
}
