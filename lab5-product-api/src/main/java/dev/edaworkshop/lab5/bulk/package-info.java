/**
 * Ten thousand products at once: a file in a bucket, divided into chunks, which wait in a queue until a worker has written
 * them into the table. Whoever is interrupted goes on later; whatever is done twice is done once.
 */
@NullMarked
package dev.edaworkshop.lab5.bulk;

import org.jspecify.annotations.NullMarked;
