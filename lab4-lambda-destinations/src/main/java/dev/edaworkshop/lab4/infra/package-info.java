/** The stack of lab 4. */
@NullMarked
package dev.edaworkshop.lab4.infra;

import org.jspecify.annotations.NullMarked;
