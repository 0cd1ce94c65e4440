package dev.edaworkshop.testkit.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        line(file, error.getLineNumber()).ifPresent(line -> text.append(marked(line, error.getColumnNumber())));
        CompilerWords.meaning(error.getCode(), what)
                .ifPresent(words -> text.append("\n    ").append(words));
        return text.toString();
    }

    /** The line without its indentation, and a caret where the compiler stopped. */
    private static String marked(String line, long column) {
        String expanded = line.replace("\t", " ");
        int indentation = expanded.length() - expanded.stripLeading().length();
        String shown = "\n    " + expanded.strip();
        long caret = column - 1 - indentation;
        return column < 1 || caret < 0 ? shown : shown + "\n    " + " ".repeat((int) caret) + "^";
    }

    private static Optional<String> line(Path file, long number) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(Math.max(0, number - 1)).findFirst().filter(line -> !line.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
