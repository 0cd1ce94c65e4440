/**
 * AWS CloudFormation: a template goes in, resources come out.
 *
 * <p>Start at {@link dev.edaworkshop.localcloud.cloudformation.Stacks}; a new resource type is a new
 * {@link dev.edaworkshop.localcloud.cloudformation.ResourceDeployer}.
 */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation;

import org.jspecify.annotations.NullMarked;
