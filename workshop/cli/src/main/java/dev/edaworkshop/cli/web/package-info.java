/** The workshop in the browser: one page, its files, and what it is told while it is open. */
@NullMarked
package dev.edaworkshop.cli.web;

import org.jspecify.annotations.NullMarked;
