/** What labs 1 and 2 led to, ready-made: products, what the back office asks for, how the shop writes JSON. */
@NullMarked
package dev.edaworkshop.lab3.given;

import org.jspecify.annotations.NullMarked;
