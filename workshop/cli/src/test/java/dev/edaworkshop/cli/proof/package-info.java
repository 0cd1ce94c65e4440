/** Proves of every lab what the workshop promises: starters are red for their reason, solutions green, mistakes named. */
@NullMarked
package dev.edaworkshop.cli.proof;

import org.jspecify.annotations.NullMarked;
