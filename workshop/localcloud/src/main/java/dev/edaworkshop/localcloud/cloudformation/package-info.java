/** Deploying as CloudFormation does it: template in, resources out. Start at {@link Stacks}. */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation;

import org.jspecify.annotations.NullMarked;
