/** CloudFormation on the wire, for the CDK's own command and the {@code aws} command. */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation.api;

import org.jspecify.annotations.NullMarked;
