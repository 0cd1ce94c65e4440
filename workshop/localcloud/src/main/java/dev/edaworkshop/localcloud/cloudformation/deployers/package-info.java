/** One class per resource type: the list of what the local cloud deploys. */
@NullMarked
package dev.edaworkshop.localcloud.cloudformation.deployers;

import org.jspecify.annotations.NullMarked;
