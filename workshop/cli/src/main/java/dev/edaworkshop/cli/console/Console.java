package dev.edaworkshop.cli.console;

import dev.edaworkshop.cli.console.Style.Mark;
import java.io.PrintWriter;

/** Prints for people: marked, wrapped lines on one output. */
public final class Console {
    private static final String HANGING = "  ";

    private final PrintWriter out;
    private final Terminal terminal;
    private final Style style;

    /** @param out usually {@code spec.commandLine().getOut()} */
    public Console(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
        this.style = new Style(terminal.colours());
    }

    public Style style() {
        return style;
    }

    /** Prints one line as it is, however long. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void line() {
        line("");
    }

    /** Prints a line over the last one that was printed so; on a terminal only. */
    public void redraw(String text, boolean last) {
        out.print("\r" + text + (last ? System.lineSeparator() : ""));
        out.flush();
    }

    /** Prints text wrapped between words; lines of the text stay lines, and their indentation is kept. */
    public void paragraph(String text) {
        paragraph("", text);
    }

    /** Prints a mark and, hanging beside it, the text. */
    public void marked(Mark mark, String text) {
        printWrapped(style.mark(mark) + " ", HANGING, text);
    }

    /** Prints what to do about the line above. */
    public void advice(String text) {
        printWrapped(HANGING + "→ ", HANGING + HANGING, text);
    }

    /** Prints an expected failure: what, where, what to do. */
    public void failure(LabException failure) {
        marked(Mark.BAD, failure.what());
        paragraph(HANGING, failure.where());
        advice(failure.next());
    }

    private void paragraph(String margin, String text) {
        text.lines().forEach(line -> {
            String indent = margin + indentOf(line);
            printWrapped(indent, indent, line.strip());
        });
    }

    private void printWrapped(String firstIndent, String indent, String text) {
        int room = Math.max(20, terminal.width() - indent.length());
        String prefix = firstIndent;
        for (String line : Wrapping.wrap(text, room)) {
            out.println((prefix + line).stripTrailing());
            prefix = indent;
        }
        out.flush();
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
