/** Programs you start by hand in a terminal of their own; they are not part of any function. */
@NullMarked
package dev.edaworkshop.lab4.terminals;

import org.jspecify.annotations.NullMarked;
