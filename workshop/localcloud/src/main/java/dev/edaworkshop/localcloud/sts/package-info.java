/** AWS STS: who am I. */
@NullMarked
package dev.edaworkshop.localcloud.sts;

import org.jspecify.annotations.NullMarked;
