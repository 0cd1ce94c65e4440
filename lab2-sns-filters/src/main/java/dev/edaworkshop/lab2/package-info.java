/** Everybody gets everything; stop that: a subscription says which events its consumer cares about. */
@NullMarked
package dev.edaworkshop.lab2;

import org.jspecify.annotations.NullMarked;
