/** What the shop runs on: an ordinary CDK app. Start at {@code SnsFiltersApp}, then read {@code SnsFiltersStack}. */
@NullMarked
package dev.edaworkshop.lab2.infra;

import org.jspecify.annotations.NullMarked;
