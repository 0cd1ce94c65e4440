/** Proof that nothing is lost: random work, interrupted at every step. */
@NullMarked
package dev.edaworkshop.cli.keep;

import org.jspecify.annotations.NullMarked;
