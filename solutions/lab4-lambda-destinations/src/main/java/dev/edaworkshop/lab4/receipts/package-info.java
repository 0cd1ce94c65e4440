/** Notifications: decides what a customer is told, and sends it. */
@NullMarked
package dev.edaworkshop.lab4.receipts;

import org.jspecify.annotations.NullMarked;
