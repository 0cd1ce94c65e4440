/** {@code ./lab watch}: save, and see which real events now arrive, or why not. */
@NullMarked
package dev.edaworkshop.cli.watch;

import org.jspecify.annotations.NullMarked;
