/** What the shop runs on: an ordinary CDK app. Start at {@code HarbourApp}, then read {@code HarbourStack}. */
@NullMarked
package dev.edaworkshop.lab3.infra;

import org.jspecify.annotations.NullMarked;
