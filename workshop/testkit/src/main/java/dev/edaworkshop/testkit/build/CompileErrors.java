package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The compiler's errors as an attendee reads them: where, the line itself with a mark below it, and what it means. */
final class CompileErrors {
    private static final int MOST_SHOWN = 5;

    private final LabProject lab;

    CompileErrors(LabProject lab) {
        this.lab = lab;
    }

    String explain(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        List<String> shown = new ArrayList<>();
        shown.add("%s does not compile:".formatted(lab.name()));
        errors.stream().limit(MOST_SHOWN).map(this::explain).forEach(shown::add);
        if (errors.size() > MOST_SHOWN) {
            shown.add("  … and %d more".formatted(errors.size() - MOST_SHOWN));
        }
        return String.join("\n", shown);
    }

    private String explain(Diagnostic<? extends JavaFileObject> error) {
        // The compiler repeats symbols and locations on further lines, which is worth keeping and belongs together.
        String what = error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("; "))
                .replaceFirst(";\\s+symbol: +", ": ")
                .replaceFirst("; location: ", ", in ");
        JavaFileObject source = error.getSource();
        if (source == null) {
            return "  " + what;
        }
        Path file = Path.of(source.toUri());
        Path shown = file.startsWith(lab.directory()) ? lab.directory().relativize(file) : file;
        StringBuilder text = new StringBuilder("  %s:%d: %s".formatted(shown, error.getLineNumber(), what));
        text.append(marked(file, error.getPosition()));
        CompilerWords.meaning(error.getCode(), what)
                .ifPresent(words -> text.append("\n    ").append(words));
        return text.toString();
    }

    /** The line without its indentation, and below it a caret where the compiler stopped. */
    private static String marked(Path file, long position) {
        String content = read(file);
        if (position < 0 || position > content.length()) {
            return "";
        }
        int at = (int) position; // the compiler's columns count a tab as up to eight
        int start = content.lastIndexOf('\n', at - 1) + 1;
        int end = content.indexOf('\n', at);
        String line = content.substring(start, end < 0 ? content.length() : end).replace('\t', ' ');
        int indentation = line.length() - line.stripLeading().length();
        if (line.isBlank() || at - start < indentation) {
            return "";
        }
        return "\n    %s\n    %s^".formatted(line.strip(), " ".repeat(at - start - indentation));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
