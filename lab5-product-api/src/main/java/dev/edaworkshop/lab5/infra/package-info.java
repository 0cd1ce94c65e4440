/** What the catalogue runs on: an ordinary CDK app. Start at {@code ProductApiApp}, then read {@code ProductApiStack}. */
@NullMarked
package dev.edaworkshop.lab5.infra;

import org.jspecify.annotations.NullMarked;
