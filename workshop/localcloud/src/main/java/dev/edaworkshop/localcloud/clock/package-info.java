/** The one clock all waits go through; it can be moved, and it knows when nothing is left to do. */
@NullMarked
package dev.edaworkshop.localcloud.clock;

import org.jspecify.annotations.NullMarked;
