/** CrabPay's library, as the shop got it from CrabPay. Nothing in here is the shop's to change. */
@NullMarked
package dev.edaworkshop.lab4.given.crabpay;

import org.jspecify.annotations.NullMarked;
