/** Another part of the shop, which takes money. It has a table of its own, and no business in the catalogue's. */
@NullMarked
package dev.edaworkshop.lab5.payments;

import org.jspecify.annotations.NullMarked;
