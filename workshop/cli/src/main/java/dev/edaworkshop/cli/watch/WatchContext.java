package dev.edaworkshop.cli.watch;

import dev.edaworkshop.cli.console.Console;
import dev.edaworkshop.cli.project.Lab;

/**
 * What a key may work with.
 *
 * @param rounds to ask for another round
 */
public record WatchContext(Lab lab, Course course, Rounds rounds, Console console) {}
