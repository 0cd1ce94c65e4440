package dev.edaworkshop.cli.build;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Maven's output as it comes, and says now and then how far it is. */
final class MavenProgress {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+) \\S+\\s+\\[(\\d+)/(\\d+)]");
    private static final int FILES_PER_LINE = 200;

    private final Consumer<String> say;
    private int fetched;

    MavenProgress(Consumer<String> say) {
        this.say = say;
    }

    void read(String line) {
        Matcher module = MODULE.matcher(line);
        if (module.matches()) {
            say.accept("  %s of %s  %s".formatted(module.group(2), module.group(3), module.group(1)));
        } else if (line.startsWith("[INFO] Downloaded from ") && ++fetched % FILES_PER_LINE == 0) {
            say.accept("  … %d files fetched so far".formatted(fetched));
        }
    }
}
