/** Builds a lab without Maven: compiles what is there and lays out the functions' code. */
@NullMarked
package dev.edaworkshop.testkit.build;

import org.jspecify.annotations.NullMarked;
