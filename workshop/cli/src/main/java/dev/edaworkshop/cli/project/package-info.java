/** The repository as the command sees it: its labs, its exercises, and whether it is built. */
@NullMarked
package dev.edaworkshop.cli.project;

import org.jspecify.annotations.NullMarked;
