/** Inventory reserves what was paid for. {@link Reservations} is the logic; everything else connects it to the outside. */
@NullMarked
package dev.edaworkshop.lab1.reservations;

import org.jspecify.annotations.NullMarked;
