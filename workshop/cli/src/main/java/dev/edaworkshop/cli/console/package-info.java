/** What a terminal shows: colours, marks, wrapping, and errors that say what to do next. */
@NullMarked
package dev.edaworkshop.cli.console;

import org.jspecify.annotations.NullMarked;
