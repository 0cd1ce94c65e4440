/** Builds the workshop with Maven. Runs from source, before anything is compiled: it may use nothing but the JDK. */
@NullMarked
package dev.edaworkshop.cli.build;

import org.jspecify.annotations.NullMarked;
