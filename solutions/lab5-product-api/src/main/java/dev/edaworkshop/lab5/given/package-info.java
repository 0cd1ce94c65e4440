/** What the earlier labs led to: consumers that hear of products by the bus, and know nothing of the catalogue's table. */
@NullMarked
package dev.edaworkshop.lab5.given;

import org.jspecify.annotations.NullMarked;
