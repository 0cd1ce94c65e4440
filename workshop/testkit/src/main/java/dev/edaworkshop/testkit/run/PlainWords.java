package dev.edaworkshop.testkit.run;

import java.util.regex.Pattern;

/** What a check saw, without what only machines need: ARNs, generated parts of names, request ids, packages of errors. */
final class PlainWords {
    private static final Pattern SDK_DETAILS =
            Pattern.compile("\\s*\\(Service: [^()]*Request ID: [^()]*\\)(\\s*\\(SDK Attempt Count: \\d+\\))?");
    private static final Pattern SDK_ERROR = Pattern.compile("software\\.amazon\\.awssdk\\.[\\w.]*\\.(\\w+Exception)");
    private static final Pattern ASSUMED_ROLE = Pattern.compile("arn:aws:sts::\\d{12}:assumed-role/[^/\\s]+/");
    private static final Pattern ARN = Pattern.compile("arn:aws:[a-z]+:[a-z0-9-]*:\\d{12}:(function:)?");
    private static final Pattern GENERATED_NAME =
            Pattern.compile("\\b[A-Za-z]\\w*-([A-Za-z]\\w*?)([0-9A-F]{8})?-[A-Z0-9]{12,13}\\b");

    private PlainWords() {}

    static String of(String text) {
        String plain = SDK_DETAILS.matcher(text).replaceAll("");
        plain = SDK_ERROR.matcher(plain).replaceAll("$1");
        plain = ASSUMED_ROLE.matcher(plain).replaceAll("");
        plain = ARN.matcher(plain).replaceAll("");
        return GENERATED_NAME.matcher(plain).replaceAll("$1");
    }
}
