/** What is known about a lab's exercises, and how a starter comes from its solution. Start at {@code Exercises}. */
@NullMarked
package dev.edaworkshop.testkit.exercises;

import org.jspecify.annotations.NullMarked;
