/** {@code ./lab profile}: how a function starts, where the time goes, and what which choice is worth. Start at {@code Profile}. */
@NullMarked
package dev.edaworkshop.cli.profile;

import org.jspecify.annotations.NullMarked;
