package dev.edaworkshop.cli.takehome;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives the lab's texts, paths and identifiers the names of the new service, and takes away what is for attendees only. */
final class Renaming {
    private static final Pattern MARKER = Pattern.compile("\\s*(//|<!--) *(begin|end) (exercise|module)\\b.*");
    private static final String NOT_PRODUCTION = "(?![iI][oOvV])";
    private static final Pattern ARTICLE =
            Pattern.compile("\\b([Aa])(?=[\\s*]+(\\{@\\w+ )?[\"“`]?[Pp]roduct" + NOT_PRODUCTION + ")");
    private static final Pattern DATA = Pattern.compile("(?<=\"data\":\\{)\"[^{}]*(?=})");

    /** Stand for names that are not to be renamed again: an Order may be kept in com.example.products. */
    private static final String PACKAGE = "\0p";

    private static final String STACK = "\0s";
    private static final String ARTIFACT = "\0a";

    /** What is called after the workshop, its shop or its commands. */
    private record Leftover(Pattern pattern, String instead) {
        static Leftover of(String pattern, String instead) {
            return new Leftover(Pattern.compile(pattern), instead);
        }
    }

    private static final List<Leftover> LEFTOVERS = List.of(
            Leftover.of(", and so does \\{@code \\./lab}", ""),
            Leftover.of("\\./lab run \\d ", "./run "),
            Leftover.of("Is the shop running\\? Look at \\./lab start \\d\\.", "Has the stack been deployed?"),
            Leftover.of("(,? [Ll]ook at|:? see)? ?\\./lab start \\d", ""),
            Leftover.of("\\b(of|in) (exercises? \\d\\.\\d+ of )?lab \\d\\b", "$1 " + ARTIFACT),
            Leftover.of("[,:;]?( see)?( in| of)? exercises? \\d\\.\\d+", ""),
            Leftover.of("\\b(this|the) lab's\\b", "the service's"),
            Leftover.of("\\b(a|the) workshop(?='s| has)", "$1 first version"),
            Leftover.of("What the earlier labs led to: consumers", "Consumers"),
            Leftover.of("of the earlier labs", "of other services"),
            Leftover.of("\\bLAB\\b", "SERVICE"),
            Leftover.of("\\blab\\b", "service"),
            Leftover.of("HarbourGoods/Catalogue", STACK),
            Leftover.of("harbour-goods", ARTIFACT),
            Leftover.of("\\bHarbourBus\\b", "SharedBus"),
            Leftover.of("\"Harbour\"", "\"SharedBus\""),
            Leftover.of("(\"|\\{@code |mem:)harbour(?=[\"}])", "$1" + ARTIFACT),
            Leftover.of("\\bharbour\\b", "sharedBus"));

    private final ServiceName name;
    private final String stack;
    private final String labPackage;

    /**
     * @param stack the name of the lab's stack
     * @param labPackage {@code dev.edaworkshop.lab5}
     */
    Renaming(ServiceName name, String stack, String labPackage) {
        this.name = name;
        this.stack = stack;
        this.labPackage = labPackage;
    }

    /** A path below a source folder, with slashes. */
    String path(String path) {
        return entity(path.replace(labPackage.replace('.', '/'), PACKAGE).replaceAll("\\bHarbourBus\\b", "SharedBus"))
                .replace(PACKAGE, name.packageName().replace('.', '/'));
    }

    String text(String text) {
        String own = text.lines()
                .filter(line -> !MARKER.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"))
                .replace(labPackage, PACKAGE)
                .replace(stack, STACK);
        for (Leftover leftover : LEFTOVERS) {
            own = leftover.pattern().matcher(own).replaceAll(leftover.instead());
        }
        return named(sorted(entity(article(own))));
    }

    /** The thing that it is about, in every spelling. */
    String entity(String text) {
        String small = entity(
                text,
                "product",
                name.entity().toLowerCase(Locale.ROOT),
                name.plural().toLowerCase(Locale.ROOT));
        String capital = entity(small, "Product", name.entity(), name.plural());
        return entity(
                capital,
                "PRODUCT",
                name.entity().toUpperCase(Locale.ROOT),
                name.plural().toUpperCase(Locale.ROOT));
    }

    /** Of “products” all is replaced, and of “productStore” the beginning; “production” is another word. */
    private static String entity(String text, String product, String one, String many) {
        return Pattern.compile(product + "(?:([sS])(?![a-z])|(?![iI][oOvV]))")
                .matcher(text)
                .replaceAll(found -> found.group(1) == null ? one : many);
    }

    /** An envelope's data are in alphabetical order, which another name for the entity changes. */
    private static String sorted(String text) {
        return DATA.matcher(text)
                .replaceAll(data -> Matcher.quoteReplacement(
                        Arrays.stream(data.group().split(",")).sorted().collect(Collectors.joining(","))));
    }

    private String article(String text) {
        return English.takesAn(name.entity()) ? ARTICLE.matcher(text).replaceAll("$1n") : text;
    }

    private String named(String text) {
        return text.replace(PACKAGE, name.packageName())
                .replace(STACK, name.stack())
                .replace(ARTIFACT, name.artifact());
    }
}
