/** The guide's pages as a browser shows them: elements and text instead of markup, diagrams drawn. */
@NullMarked
package dev.edaworkshop.cli.guide;

import org.jspecify.annotations.NullMarked;
