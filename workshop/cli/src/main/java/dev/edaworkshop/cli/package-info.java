/** What an attendee types: the root command, its subcommands' wiring and how errors are shown. */
@NullMarked
package dev.edaworkshop.cli;

import org.jspecify.annotations.NullMarked;
