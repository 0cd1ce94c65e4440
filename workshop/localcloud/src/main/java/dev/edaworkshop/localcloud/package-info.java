/** The embedded AWS: start with {@link dev.edaworkshop.localcloud.LocalCloud}. */
@NullMarked
package dev.edaworkshop.localcloud;

import org.jspecify.annotations.NullMarked;
