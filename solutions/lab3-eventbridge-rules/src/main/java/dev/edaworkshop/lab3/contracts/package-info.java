/** The published language of the shop: a JSON Schema for each event and version, and what may be changed about one. */
@NullMarked
package dev.edaworkshop.lab3.contracts;

import org.jspecify.annotations.NullMarked;
