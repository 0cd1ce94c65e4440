/** What an account looks like: the stations that events can come to, and the ways between them. */
@NullMarked
package dev.edaworkshop.localcloud.picture;

import org.jspecify.annotations.NullMarked;
