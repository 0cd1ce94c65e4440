package dev.edaworkshop.cli.takehome;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gives the lab's texts, paths and identifiers the names of the new service, and takes away what is for attendees only. */
final class Renaming {
    private static final Pattern MARKER = Pattern.compile("\\s*(//|<!--) *(begin|end) (exercise|module)\\b.*");
    private static final Pattern SMALL = Pattern.compile("product(?!i[ov])");
    private static final Pattern CAPITAL = Pattern.compile("Product(?!i[ov])");
    private static final Pattern ALL_CAPITALS = Pattern.compile("PRODUCT(?!I[OV])");

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
        return entity(
                path.replace(labPackage.replace('.', '/'), name.packageName().replace('.', '/')));
    }

    String text(String text) {
        String own = text.lines()
                .filter(line -> !MARKER.matcher(line).matches())
                .collect(Collectors.joining("\n", "", "\n"));
        return entity(own.replace(stack, name.stack())
                        .replace(", and so does {@code ./lab}", "")
                        .replaceAll("\\bof lab \\d\\b", "of " + name.artifact())
                        .replace(labPackage, "\0"))
                .replace("\0", name.packageName());
    }

    /** The thing that it is about, in every spelling; "production" is another word. */
    private String entity(String text) {
        String entity = name.entity();
        if (entity.equals("Product")) {
            return text;
        }
        String small = SMALL.matcher(text).replaceAll(entity.toLowerCase(Locale.ROOT));
        String capital = CAPITAL.matcher(small).replaceAll(entity);
        return ALL_CAPITALS.matcher(capital).replaceAll(entity.toUpperCase(Locale.ROOT));
    }
}
