package dev.edaworkshop.localcloud.cloudformation;

import java.util.Locale;

/** What a deployment did with a resource. */
public record ResourceChange(String logicalId, String type, String physicalId, Action action) {
    /** In the order in which a receipt counts them. */
    public enum Action {
        CREATED,
        UPDATED,
        /** A new physical resource took the place of the old one. */
        REPLACED,
        DELETED,
        /** Not part of the stack any more, but its deletion policy keeps it. */
        RETAINED,
        /** Not part of the stack any more, but deleting it failed; the stack's events say why. */
        LEFT_BEHIND,
        UNCHANGED;

        String inWords() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
