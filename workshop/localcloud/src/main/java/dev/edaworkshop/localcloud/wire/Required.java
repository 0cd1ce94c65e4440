package dev.edaworkshop.localcloud.wire;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The members without which an action is refused.
 *
 * @param errorCode as the service spells it
 */
record Required(List<String> members, String errorCode) {
    static final Required NOTHING = new Required(List.of(), "");

    Required {
        members = List.copyOf(members);
    }

    /** @throws AwsException naming the members that are not there */
    void check(SdkPojo request) {
        List<String> missing = request.sdkFields().stream()
                .filter(field -> members.contains(field.memberName()))
                .filter(field -> Fields.value(field, request).isEmpty())
                .map(Required::complaint)
                .toList();
        if (!missing.isEmpty()) {
            throw new AwsException(
                    400,
                    errorCode,
                    "%d validation error%s detected: %s"
                            .formatted(missing.size(), missing.size() == 1 ? "" : "s", String.join("; ", missing)));
        }
    }

    private static String complaint(SdkField<?> field) {
        String name = Character.toLowerCase(field.memberName().charAt(0))
                + field.memberName().substring(1);
        return "Value null at '" + name + "' failed to satisfy constraint: Member must not be null";
    }
}
