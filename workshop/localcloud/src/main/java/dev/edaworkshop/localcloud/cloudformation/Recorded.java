package dev.edaworkshop.localcloud.cloudformation;

import java.util.Optional;

/**
 * Something that was accepted but has no effect here.
 *
 * @param property empty if it is the whole resource
 * @param reason why, such as "nothing is encrypted here"
 */
public record Recorded(String logicalId, String type, Optional<String> property, String reason) {
    /** One line: "Inventory (AWS::SQS::Queue) KmsMasterKeyId: recorded, not emulated; nothing is encrypted here". */
    @Override
    public String toString() {
        return "%s (%s)%s: recorded, not emulated; %s"
                .formatted(logicalId, type, property.map(name -> " " + name).orElse(""), reason);
    }
}
