package dev.edaworkshop.localcloud.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which messages to show: those with all the terms and none of the excluded ones; case counts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter pattern syntax</a>
 */
record FilterPattern(List<String> terms, List<String> excluded) {
    private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([\\w.:@/$#-]+))\\s*");

    FilterPattern {
        terms = List.copyOf(terms);
        excluded = List.copyOf(excluded);
    }

    /**
     * @param text empty for all messages
     * @throws dev.edaworkshop.localcloud.wire.AwsException for forms that would be misread here: JSON patterns, regular
     *     expressions, optional terms
     */
    static FilterPattern parse(String text) {
        List<String> terms = new ArrayList<>();
        List<String> excluded = new ArrayList<>();
        String rest = text.strip();
        Matcher matcher = TERM.matcher(rest);
        while (!matcher.hitEnd() && !rest.isEmpty()) {
            if (!matcher.lookingAt()) {
                throw LogErrors.unsupported(
                        "the filter pattern %s (it knows terms and \"quoted terms\")".formatted(text));
            }
            String term = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            (matcher.group(1).isEmpty() ? terms : excluded).add(term);
            matcher.region(matcher.end(), rest.length());
        }
        return new FilterPattern(terms, excluded);
    }

    boolean matches(String message) {
        return terms.stream().allMatch(message::contains) && excluded.stream().noneMatch(message::contains);
    }
}
