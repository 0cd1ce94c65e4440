/** The screen on the pier: shows for a minute what has just been packed. */
@NullMarked
package dev.edaworkshop.lab4.screen;

import org.jspecify.annotations.NullMarked;
