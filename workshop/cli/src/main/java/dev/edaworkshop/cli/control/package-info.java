/** How one ./lab command talks to the cloud that another one started: a few paths below /_lab/ on its port. */
@NullMarked
package dev.edaworkshop.cli.control;

import org.jspecify.annotations.NullMarked;
