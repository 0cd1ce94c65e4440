/** One stream of everything that happens to events: who handed what to whom, with which outcome and why. */
@NullMarked
package dev.edaworkshop.localcloud.journal;

import org.jspecify.annotations.NullMarked;
