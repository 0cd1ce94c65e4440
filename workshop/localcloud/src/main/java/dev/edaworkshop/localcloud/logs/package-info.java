/** Amazon CloudWatch Logs: what functions and other resources write while they work. */
@NullMarked
package dev.edaworkshop.localcloud.logs;

import org.jspecify.annotations.NullMarked;
