/** The shop starts to talk: the catalogue says what happened to a product, whoever cares listens. */
@NullMarked
package dev.edaworkshop.lab1;

import org.jspecify.annotations.NullMarked;
