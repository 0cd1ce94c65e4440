package dev.edaworkshop.localcloud.apigateway;

import java.util.List;
import java.util.Locale;

/** Whether a media type is one of a list that may have stars. */
public final class MediaTypes {
    private MediaTypes() {}

    /**
     * @param patterns such as {@code image/png} or with stars in place of its parts
     * @param header as {@code Content-Type} or {@code Accept} have it; of several types the first counts
     */
    public static boolean matches(List<String> patterns, String header) {
        String type = header.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> fits(pattern.toLowerCase(Locale.ROOT), type));
    }

    private static boolean fits(String pattern, String type) {
        return pattern.equals("*/*")
                || pattern.equals(type)
                || pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
