package dev.edaworkshop.localcloud.patterns;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.util.Map;

/** What a filter policy's mismatch looks like to somebody who published a message with attributes and a body. */
final class MessageMiss {
    private MessageMiss() {}

    /** @param mismatch of the attributes as a JSON object */
    static Mismatch onAttributes(Mismatch mismatch, Map<String, Delivery.Attribute> attributes, String body) {
        String field = mismatch.field();
        if (field.isEmpty()) {
            return mismatch;
        }
        Delivery.Attribute attribute = attributes.get(field);
        if (attribute == null) {
            return absent(mismatch, attributes.isEmpty(), bodyHas(field, body));
        }
        if (AttributeEvent.value(attribute).isEmpty()) {
            return mismatch.inSentence(unreadable(field, attribute));
        }
        boolean wantsNumber = mismatch.wanted().startsWith("a number");
        if (wantsNumber
                && attribute.type().startsWith("String")
                && !attribute.type().equals("String.Array")) {
            return mismatch.inSentence("`%s` has type String; numeric needs Number".formatted(field));
        }
        return mismatch;
    }

    /** @param mismatch of the body */
    static Mismatch onBody(Mismatch mismatch, Map<String, Delivery.Attribute> attributes) {
        return mismatch.found().isEmpty() && attributes.containsKey(mismatch.field())
                ? mismatch.inSentence(
                        "`%s` is absent in the body; the policy does not look at the attribute of that name"
                                .formatted(mismatch.field()))
                : mismatch;
    }

    private static Mismatch absent(Mismatch mismatch, boolean noAttributes, boolean inBody) {
        String field = mismatch.field();
        if (noAttributes) {
            return mismatch.inSentence("the policy looks at attributes; this message has none"
                    + (inBody ? " (the body has `%s`)".formatted(field) : ""));
        }
        if (inBody) {
            return mismatch.inSentence(
                    "there is no attribute `%s`; the body has it, but the policy looks at attributes".formatted(field));
        }
        return mismatch.wanted().startsWith("anything but")
                        && mismatch.suggestion().isEmpty()
                ? mismatch.inSentence(
                        "`%s` is absent: no attribute, no match, not even with anything-but".formatted(field))
                : mismatch;
    }

    private static String unreadable(String field, Delivery.Attribute attribute) {
        return attribute.isBinary()
                ? "`%s` has type Binary, which a filter policy does not look at".formatted(field)
                : "`%s` has type %s, but its value is none: %s"
                        .formatted(field, attribute.type(), EventField.quoted(attribute.value()));
    }

    private static boolean bodyHas(String field, String body) {
        return Json.isObject(body)
                && FlatEvent.of(body).paths().stream()
                        .anyMatch(path -> path.equals(field) || path.startsWith(field + "."));
    }
}
