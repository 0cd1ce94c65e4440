/** The running ./lab start: how there is only one per project, and how other commands find it. */
@NullMarked
package dev.edaworkshop.cli.resident;

import org.jspecify.annotations.NullMarked;
