/** Trying things out: events to send, patterns to match. */
@NullMarked
package dev.edaworkshop.cli.playground;

import org.jspecify.annotations.NullMarked;
