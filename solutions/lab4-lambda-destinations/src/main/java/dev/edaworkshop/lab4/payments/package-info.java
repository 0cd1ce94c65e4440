/** Payments: takes the money for an order, once, whatever goes wrong on the way. */
@NullMarked
package dev.edaworkshop.lab4.payments;

import org.jspecify.annotations.NullMarked;
