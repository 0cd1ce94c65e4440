package dev.edaworkshop.cli.console;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;

/**
 * What the output can show.
 *
 * @param colours whether escape sequences are understood and wanted
 * @param width in characters; text is wrapped to it
 * @param columns how wide the window really is, for what stands side by side
 */
public record Terminal(boolean colours, int width, int columns) {
    private static final int NARROWEST = 40;
    private static final int WIDEST = 120; // longer lines are hard to read, however wide the window is
    private static final int NOT_A_TERMINAL = 100;

    public Terminal {
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /** A window of this width. */
    public Terminal(boolean colours, int columns) {
        this(colours, columns, columns);
    }

    /** For output that goes into a file, another program or a test. */
    public static Terminal plain() {
        return new Terminal(false, NOT_A_TERMINAL);
    }

    /** The terminal this process writes to. */
    public static Terminal detect() {
        var console = System.console();
        return detect(System.getenv(), console != null && console.isTerminal(), System.getProperty("os.name", ""));
    }

    /**
     * Decides from what the environment says.
     *
     * <p>{@code LAB_COLUMNS} is set by the launch script if, and only if, standard output is a terminal.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     */
    static Terminal detect(Map<String, String> environment, boolean interactive, String osName) {
        boolean terminal = interactive || environment.containsKey("LAB_COLUMNS");
        boolean unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean colours = terminal && !unwanted && (!osName.startsWith("Windows") || windowsShowsColours(environment));
        return new Terminal(colours, terminal ? columns(environment) : NOT_A_TERMINAL);
    }

    /** Wraps a stream of this process, so that nothing it cannot encode is printed as a question mark. */
    public static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(
                new PlainTextFallback(new PrintWriter(stream, true, stream.charset()), stream.charset()), true);
    }

    private static boolean windowsShowsColours(Map<String, String> environment) {
        return environment.containsKey("WT_SESSION")
                || environment.containsKey("ANSICON")
                || environment.getOrDefault("ConEmuANSI", "").equals("ON")
                || environment.containsKey("TERM");
    }

    private static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("LAB_COLUMNS", environment.getOrDefault("COLUMNS", ""));
        return columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : NOT_A_TERMINAL;
    }
}
