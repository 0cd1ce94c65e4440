/** Your tests of the pipeline. They run in your IDE, with {@code mvn test}, and on code that is wrong on purpose: exercise 5.7. */
@NullMarked
package dev.edaworkshop.lab5.bites;

import org.jspecify.annotations.NullMarked;
