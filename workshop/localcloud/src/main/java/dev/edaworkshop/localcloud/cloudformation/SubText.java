package dev.edaworkshop.localcloud.cloudformation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a {@code Fn::Sub}: {@code ${Name}} is a variable, {@code ${!Name}} the literal {@code ${Name}}. */
record SubText(String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /** Names of the variables, such as {@code AWS::Region}, {@code Topic} or {@code Topic.TopicName}. */
    List<String> variables() {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(placeholder -> placeholder.group(1))
                .filter(name -> !name.startsWith("!"))
                .toList();
    }

    String fillIn(UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(placeholder -> replacement(placeholder, values));
    }

    private static String replacement(MatchResult placeholder, UnaryOperator<String> values) {
        String name = placeholder.group(1);
        return Matcher.quoteReplacement(name.startsWith("!") ? "${" + name.substring(1) + "}" : values.apply(name));
    }
}
