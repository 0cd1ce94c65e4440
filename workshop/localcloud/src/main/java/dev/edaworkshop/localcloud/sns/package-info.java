/** Amazon SNS: topics, subscriptions, publishing. */
@NullMarked
package dev.edaworkshop.localcloud.sns;

import org.jspecify.annotations.NullMarked;
