/**
 * Changes an attendee's files so that nothing is ever lost: saved first, done as a whole or not at all, and taken back
 * on request. Start at {@code Keeper}.
 */
@NullMarked
package dev.edaworkshop.cli.keep;

import org.jspecify.annotations.NullMarked;
