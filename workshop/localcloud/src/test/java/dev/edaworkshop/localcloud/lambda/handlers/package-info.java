/** The functions that tests invoke. */
@NullMarked
package dev.edaworkshop.localcloud.lambda.handlers;

import org.jspecify.annotations.NullMarked;
