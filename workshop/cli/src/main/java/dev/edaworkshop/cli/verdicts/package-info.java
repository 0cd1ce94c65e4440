/** How verdicts, and where their time went, are printed for people. */
@NullMarked
package dev.edaworkshop.cli.verdicts;

import org.jspecify.annotations.NullMarked;
