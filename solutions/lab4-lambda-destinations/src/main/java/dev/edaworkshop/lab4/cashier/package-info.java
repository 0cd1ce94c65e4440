/** The till: turns what happened in the shed into a request to Payments. */
@NullMarked
package dev.edaworkshop.lab4.cashier;

import org.jspecify.annotations.NullMarked;
