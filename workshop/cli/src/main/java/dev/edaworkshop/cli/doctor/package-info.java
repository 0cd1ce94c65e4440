/** Finds out what is missing on this machine, and says how to mend it. */
@NullMarked
package dev.edaworkshop.cli.doctor;

import org.jspecify.annotations.NullMarked;
