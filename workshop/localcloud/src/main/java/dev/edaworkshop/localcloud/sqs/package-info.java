/** Amazon SQS: standard queues with visibility timeouts, redrive policies and long polling, on the account's clock. */
@NullMarked
package dev.edaworkshop.localcloud.sqs;

import org.jspecify.annotations.NullMarked;
