package dev.edaworkshop.cli.commands;

import dev.edaworkshop.cli.console.Console;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens a page in the attendee's browser, by the system's own command: Java's would load a desktop for it. */
final class Browser {
    private Browser() {}

    static void open(URI page, Console console) {
        try {
            new ProcessBuilder(command(page))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            console.advice("No browser could be opened (%s). Open it yourself: %s".formatted(e.getMessage(), page));
        }
    }

    private static List<String> command(URI page) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler", page.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", page.toString());
    }
}
