/** Which events a pattern or filter policy lets through, and why not the others. */
@NullMarked
package dev.edaworkshop.localcloud.patterns;

import org.jspecify.annotations.NullMarked;
