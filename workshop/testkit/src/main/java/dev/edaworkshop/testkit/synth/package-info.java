/** Synthesizes a lab: its unchanged CDK app runs in a child JVM that stays warm. */
@NullMarked
package dev.edaworkshop.testkit.synth;

import org.jspecify.annotations.NullMarked;
