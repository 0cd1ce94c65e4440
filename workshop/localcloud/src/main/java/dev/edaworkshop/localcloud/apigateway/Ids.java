package dev.edaworkshop.localcloud.apigateway;

import java.math.BigInteger;
import java.util.Locale;
import java.util.UUID;

/** Ids as API Gateway makes them: lower-case letters and digits. */
public final class Ids {
    private Ids() {}

    /** The same for the same seed. */
    public static String of(UUID seed, int length) {
        String digits = new BigInteger(seed.toString().replace("-", ""), 16).toString(36);
        // AWS's ids of APIs begin with a letter or a digit; a letter keeps them from being taken for a number.
        String padded = "a" + digits.toLowerCase(Locale.ROOT) + "0".repeat(length);
        return padded.substring(0, length);
    }
}
