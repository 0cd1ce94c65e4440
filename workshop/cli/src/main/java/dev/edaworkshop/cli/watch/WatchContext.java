package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.project.Lab;
import java.util.function.Consumer;

/**
 * What a key may work with.
 *
 * @param rounds to ask for another round
 * @param note takes what is still to be read when the next round has begun
 */
public record WatchContext(Lab lab, Course course, Rounds rounds, Console console, Consumer<String> note) {}
