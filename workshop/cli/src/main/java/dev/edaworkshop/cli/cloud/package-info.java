/** A lab in a local cloud: built, synthesized, deployed, checked. */
@NullMarked
package dev.edaworkshop.cli.cloud;

import org.jspecify.annotations.NullMarked;
