/** What the shop tells itself: facts in the standard envelope, built and read in one place. */
@NullMarked
package dev.edaworkshop.lab5.event;

import org.jspecify.annotations.NullMarked;
