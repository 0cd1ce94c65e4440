package dev.edaworkshop.cli.takehome;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names in the lab's sources: its classes, those it imports, its fields and variables, and names in quotation marks. What
 * the new service keeps must not be called like any of them, and neither may what is called after it.
 */
final class TakenNames {
    /** Comments, and then texts, of which only those count that are a name. */
    private static final Pattern TOKEN = Pattern.compile("""
            (?s)/\\*.*?\\*/|//[^\\n]*|\"{3}.*?\"{3}|'(?:\\\\.|[^'\\\\])+'\
            |"(?:\\\\.|[^"\\\\])*"|[A-Za-z_$][\\w$]*""");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern NAME_IN_QUOTES = Pattern.compile("\"" + NAME.pattern() + "\"");
    /** Words that Java reserves in some places only, and a variable is in one of them. */
    private static final Set<String> RESERVED_IN_PLACES = Set.of("yield", "when");

    private final Map<String, String> fileByName = new LinkedHashMap<>();

    void add(String path, String source) {
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group();
            if (NAME_IN_QUOTES.matcher(text).matches()) {
                text = text.substring(1, text.length() - 1);
            }
            if (NAME.matcher(text).matches()) {
                fileByName.putIfAbsent(text, path);
            }
        }
    }

    /** @throws IllegalArgumentException naming what the service's entity clashes with, and where */
    void requireFree(ServiceName service, Renaming renaming) {
        for (String name : fileByName.keySet()) {
            Optional<String> clash = clash(name, renaming);
            if (clash.isPresent()) {
                throw new IllegalArgumentException(
                        "“%s” cannot be what the service keeps: %s. Take a longer word, like %s."
                                .formatted(service.entity(), clash.get(), service.entity() + "entry"));
            }
        }
    }

    private Optional<String> clash(String name, Renaming renaming) {
        String renamed = renaming.entity(name);
        if (renamed.equals(name)) {
            return Optional.empty();
        }
        if (SourceVersion.isKeyword(renamed) || RESERVED_IN_PLACES.contains(renamed)) {
            return Optional.of("“%s” is a reserved word of Java".formatted(renamed));
        }
        if (isOfJavaLang(renamed)) {
            return Optional.of("“%s” is a class of Java's own, in java.lang".formatted(renamed));
        }
        String where = fileByName.get(renamed);
        if (where != null) {
            return Optional.of("“%s” is the name of something else in %s".formatted(renamed, renaming.path(where)));
        }
        return Optional.empty();
    }

    private static boolean isOfJavaLang(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
