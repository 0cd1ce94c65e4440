/** What the labs before led to, ready-made: the events of the shop, and the books of a payment provider. */
@NullMarked
package dev.edaworkshop.lab4.given;

import org.jspecify.annotations.NullMarked;
