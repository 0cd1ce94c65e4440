/** An attendee's lab beside its solution: the code, the resources, and what became of the same events. */
@NullMarked
package dev.edaworkshop.cli.compare;

import org.jspecify.annotations.NullMarked;
