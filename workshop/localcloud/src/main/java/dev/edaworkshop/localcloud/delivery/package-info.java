/** The only way from one service to another: a delivery goes to an ARN and answers with a receipt. */
@NullMarked
package dev.edaworkshop.localcloud.delivery;

import org.jspecify.annotations.NullMarked;
