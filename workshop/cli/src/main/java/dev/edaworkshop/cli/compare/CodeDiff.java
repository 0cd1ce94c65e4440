package dev.edaworkshop.cli.compare;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import dev.edaworkshop.cli.console.Style;
import dev.edaworkshop.cli.console.Terminal;
import java.util.ArrayList;
import java.util.List;

/** Two texts side by side where the window is wide, one below the other where it is not. */
public final class CodeDiff {
    /** From here on there is room for two columns of code. */
    static final int WIDE = 140;

    private static final int CONTEXT = 3;

    private final Terminal terminal;
    private final Style style;

    public CodeDiff(Terminal terminal) {
        this.terminal = terminal;
        this.style = new Style(terminal.colours());
    }

    /** For programs: always one below the other, without colours. */
    public static CodeDiff plain() {
        return new CodeDiff(new Terminal(false, WIDE - 1));
    }

    /**
     * What differs, as lines to print.
     *
     * @param file what both texts are, for example a path
     * @return empty if they are the same
     */
    public List<String> of(String file, String mine, String solution) {
        List<String> left = mine.lines().toList();
        List<String> right = solution.lines().toList();
        Patch<String> patch = DiffUtils.diff(left, right);
        if (patch.getDeltas().isEmpty()) {
            return List.of();
        }
        return terminal.columns() >= WIDE ? sideBySide(file, left, right) : unified(file, left, patch);
    }

    private List<String> unified(String file, List<String> left, Patch<String> patch) {
        return UnifiedDiffUtils.generateUnifiedDiff("yours/" + file, "solution/" + file, left, patch, CONTEXT).stream()
                .map(line -> line.startsWith("+") || line.startsWith("-") ? style.bold(line) : line)
                .toList();
    }

    private List<String> sideBySide(String file, List<String> left, List<String> right) {
        int column = (terminal.columns() - 3) / 2;
        List<DiffRow> rows = DiffRowGenerator.create()
                .lineNormalizer(line -> line.replace("\t", "    "))
                .build()
                .generateDiffRows(left, right);
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(file));
        lines.add(fit("yours", column) + "   solution");
        lines.add("-".repeat(column) + "-+-" + "-".repeat(column));
        int shownUntil = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (isNearChange(rows, i)) {
                if (i > shownUntil) {
                    lines.add(style.faint(fit("…", column) + " …"));
                }
                lines.add(row(rows.get(i), column));
                shownUntil = i + 1;
            }
        }
        return lines;
    }

    private static boolean isNearChange(List<DiffRow> rows, int at) {
        return rows.subList(Math.max(0, at - CONTEXT), Math.min(rows.size(), at + CONTEXT + 1)).stream()
                .anyMatch(row -> row.getTag() != DiffRow.Tag.EQUAL);
    }

    private String row(DiffRow row, int column) {
        String mark =
                switch (row.getTag()) {
                    case EQUAL -> " ";
                    case CHANGE -> "|";
                    case DELETE -> "<";
                    case INSERT -> ">";
                };
        String line = "%s %s %s".formatted(fit(row.getOldLine(), column), mark, cut(row.getNewLine(), column));
        return row.getTag() == DiffRow.Tag.EQUAL ? line.stripTrailing() : style.bold(line.stripTrailing());
    }

    private static String fit(String text, int column) {
        return String.format("%-" + column + "s", cut(text, column));
    }

    private static String cut(String text, int column) {
        return text.length() <= column ? text : text.substring(0, column - 1) + "…";
    }
}
