/** Runs tests that an attendee wrote, in a process of their own. */
@NullMarked
package dev.edaworkshop.testkit.own;

import org.jspecify.annotations.NullMarked;
