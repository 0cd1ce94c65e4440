package dev.edaworkshop.localcloud.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** What all codecs need to know about the fields of AWS's model classes. */
final class Fields {
    private Fields() {}

    static MarshallingKnownType type(SdkField<?> field) {
        MarshallingKnownType known = field.marshallingType().getKnownType();
        if (known == null) {
            throw new IllegalStateException("Field " + field.memberName() + " has a type this codec does not know");
        }
        return known;
    }

    /** The value of a member if the service set one; lists and maps that the SDK fills in by itself do not count. */
    static Optional<Object> value(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        boolean set =
                value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
        return set ? Optional.of(value) : Optional.empty();
    }

    static boolean isListOfStructures(SdkField<?> field) {
        return type(field) == MarshallingKnownType.LIST
                && type(field.getTrait(ListTrait.class).memberFieldInfo()) == MarshallingKnownType.SDK_POJO;
    }

    /** What AWS's model calls the structure of a field, such as {@code SendMessageBatchRequestEntry}. */
    static String structureName(SdkField<?> field) {
        Class<?> builder = newStructure(field).getClass();
        Class<?> structure = builder.getEnclosingClass();
        return (structure == null ? builder : structure).getSimpleName();
    }

    /** A structure under construction for a field of type structure. */
    static SdkPojo newStructure(SdkField<?> field) {
        return field.constructor().get();
    }

    static Object build(SdkPojo builder) {
        return ((SdkBuilder<?, ?>) builder).build();
    }

    /**
     * Reads a scalar from its text.
     *
     * @throws AwsException if the text is none of the field's type; names the field
     */
    static Object scalar(SdkField<?> field, String text) {
        try {
            return switch (type(field)) {
                case STRING -> text;
                case INTEGER -> Integer.valueOf(text);
                case LONG -> Long.valueOf(text);
                case SHORT -> Short.valueOf(text);
                case BYTE -> Byte.valueOf(text);
                case FLOAT -> Float.valueOf(text);
                case DOUBLE -> Double.valueOf(text);
                case BIG_DECIMAL -> new BigDecimal(text);
                case BOOLEAN -> bool(field, text);
                case INSTANT -> instant(text);
                case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode(text));
                default -> throw malformed(field, text);
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw malformed(field, text);
        }
    }

    static AwsException malformed(SdkField<?> field, @Nullable Object value) {
        return new AwsException(
                400,
                "SerializationException",
                "The value %s of %s is not of type %s"
                        .formatted(
                                value,
                                field.locationName(),
                                field.marshallingType().getTargetClass().getSimpleName()));
    }

    static boolean isEmptyContainer(Object value) {
        return value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    static boolean isText(SdkField<?> field) {
        return field.marshallingType() == MarshallingType.STRING;
    }

    private static Boolean bool(SdkField<?> field, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(field, text);
        };
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') > 0) {
            return Instant.parse(text);
        }
        return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
    }
}
