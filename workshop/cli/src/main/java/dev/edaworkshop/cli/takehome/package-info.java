/** {@code ./lab new}: the service of the last lab as the beginning of one of your own. Start at {@code NewService}. */
@NullMarked
package dev.edaworkshop.cli.takehome;

import org.jspecify.annotations.NullMarked;
