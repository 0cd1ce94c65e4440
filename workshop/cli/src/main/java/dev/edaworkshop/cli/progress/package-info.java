/** How far an attendee has come, kept in {@code .lab/progress.json}. */
@NullMarked
package dev.edaworkshop.cli.progress;

import org.jspecify.annotations.NullMarked;
