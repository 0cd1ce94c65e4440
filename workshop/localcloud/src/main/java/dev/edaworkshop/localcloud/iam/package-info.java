/** Who may do what: roles, identity and resource policies, evaluated as AWS does. */
@NullMarked
package dev.edaworkshop.localcloud.iam;

import org.jspecify.annotations.NullMarked;
