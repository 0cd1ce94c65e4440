/** What the shop runs on: an ordinary CDK app. Start at {@code PubSubApp}, then read {@code PubSubStack}. */
@NullMarked
package dev.edaworkshop.lab1.infra;

import org.jspecify.annotations.NullMarked;
