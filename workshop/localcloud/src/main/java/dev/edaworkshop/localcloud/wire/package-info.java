/** AWS's wire protocols, typed by AWS's own model classes: one codec per protocol serves every service. */
@NullMarked
package dev.edaworkshop.localcloud.wire;

import org.jspecify.annotations.NullMarked;
