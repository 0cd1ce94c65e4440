/** The shop talks on a bus: whoever has something to say says it once, and rules decide by what it says who hears it. */
@NullMarked
package dev.edaworkshop.lab3;

import org.jspecify.annotations.NullMarked;
