/** How hops of the journal look on a terminal and as JSON. */
@NullMarked
package dev.edaworkshop.cli.events;

import org.jspecify.annotations.NullMarked;
