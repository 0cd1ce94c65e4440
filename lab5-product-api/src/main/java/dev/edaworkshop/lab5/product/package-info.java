/** What a product is and what may happen to it: the domain. Nothing in here knows AWS, HTTP or JSON. */
@NullMarked
package dev.edaworkshop.lab5.product;

import org.jspecify.annotations.NullMarked;
