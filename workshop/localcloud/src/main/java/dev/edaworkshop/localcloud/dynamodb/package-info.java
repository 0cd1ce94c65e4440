/** Tables and their streams: DynamoDB Local, with our permissions, journal, clock and ARNs in front of it. */
@NullMarked
package dev.edaworkshop.localcloud.dynamodb;

import org.jspecify.annotations.NullMarked;
