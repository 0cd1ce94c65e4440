/** How products are seen from outside: requests in, answers out. HTTP and JSON stop here. */
@NullMarked
package dev.edaworkshop.lab5.api;

import org.jspecify.annotations.NullMarked;
