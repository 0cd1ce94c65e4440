/** How long an attendee waits: the feedback loop measured on the machine at hand. */
@NullMarked
package dev.edaworkshop.cli.bench;

import org.jspecify.annotations.NullMarked;
