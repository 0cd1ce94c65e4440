/** Systems Manager's Parameter Store. */
@NullMarked
package dev.edaworkshop.localcloud.ssm;

import org.jspecify.annotations.NullMarked;
