/** The subcommands that need a cloud, one class each: they parse, call one method, and print. */
@NullMarked
package dev.edaworkshop.cli.commands;

import org.jspecify.annotations.NullMarked;
