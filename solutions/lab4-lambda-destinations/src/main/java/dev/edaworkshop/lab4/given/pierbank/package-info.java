/** PierBank's library, as the shop got it from the bank. Nothing in here is the shop's to change. */
@NullMarked
package dev.edaworkshop.lab4.given.pierbank;

import org.jspecify.annotations.NullMarked;
