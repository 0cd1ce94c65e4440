package dev.edaworkshop.cli.takehome;

import java.util.regex.Pattern;

/** As much English as a word needs to take another one's place. Words begin with a capital letter. */
final class English {
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern HISSES = Pattern.compile(".*(s|x|z|ch|sh)");
    /** Spoken with a y or a w: a user, a European, a one-off. */
    private static final Pattern VOWEL_IN_WRITING_ONLY = Pattern.compile("(Uni|Us[aeu]|Uti|Eu|One).*");

    private English() {}

    /** By rule: {@code Category}, {@code Categories}; it does not know that persons are people. */
    static String plural(String word) {
        if (CONSONANT_Y.matcher(word).matches()) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (HISSES.matcher(word).matches() ? "es" : "s");
    }

    /** Whether it is an order rather than a product. */
    static boolean takesAn(String word) {
        return "AEIOU".indexOf(word.charAt(0)) >= 0
                && !VOWEL_IN_WRITING_ONLY.matcher(word).matches();
    }
}
