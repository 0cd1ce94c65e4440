/** The one port: finds out whose request it is and which service it is for. */
@NullMarked
package dev.edaworkshop.localcloud.http;

import org.jspecify.annotations.NullMarked;
