package dev.edaworkshop.localcloud.cloudformation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * Names for resources whose template gives none: {@code <stack>-<logicalId>-<12 letters and digits>}.
 *
 * <p>Unlike in AWS they are the same wherever and whenever the stack is deployed; only a replacement gets a new one.
 *
 * @param generation 0 for the first physical resource of a logical id, one more for each that replaces it
 */
record PhysicalName(String stackName, String logicalId, int generation) {
    private static final int SUFFIX_LENGTH = 12;
    private static final int RADIX = 36;

    /**
     * The name, at most as long as the service allows: the stack's name is cut to half of what is left beside the
     * suffix, unless the logical id needs less than the other half, then the logical id is cut.
     */
    String cutTo(int maxLength) {
        int available = maxLength - SUFFIX_LENGTH - 2;
        int forStack = Math.max(available / 2, available - logicalId.length());
        String stack = cut(stackName, forStack);
        String id = cut(logicalId, available - stack.length());
        return stack + "-" + id + "-" + suffix();
    }

    UUID uuid() {
        return UUID.nameUUIDFromBytes(identity());
    }

    private String suffix() {
        BigInteger hash = new BigInteger(1, sha256(identity()));
        BigInteger suffix = hash.mod(BigInteger.valueOf(RADIX).pow(SUFFIX_LENGTH));
        return "0".repeat(SUFFIX_LENGTH - suffix.toString(RADIX).length())
                + suffix.toString(RADIX).toUpperCase(Locale.ROOT);
    }

    private byte[] identity() {
        return String.join("/", stackName, logicalId, String.valueOf(generation))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String text, int maxLength) {
        return text.substring(0, Math.min(text.length(), maxLength));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
