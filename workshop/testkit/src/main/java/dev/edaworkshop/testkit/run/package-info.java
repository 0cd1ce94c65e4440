/** Runs the checks of a lab and turns what JUnit says into verdicts. */
@NullMarked
package dev.edaworkshop.testkit.run;

import org.jspecify.annotations.NullMarked;
