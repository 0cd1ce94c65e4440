/**
 * From a change in the products table to an event on the bus.
 *
 * <p>Start at {@link dev.edaworkshop.lab5.pipeline.ProductStreamHandler}: stream records come in, {@link
 * dev.edaworkshop.lab5.pipeline.StreamProcessor} makes facts of them, an {@link dev.edaworkshop.lab5.pipeline.EventHandler}
 * puts them into envelopes, an {@link dev.edaworkshop.lab5.pipeline.EventProvider} sends them and answers with a receipt.
 */
@NullMarked
package dev.edaworkshop.lab5.pipeline;

import org.jspecify.annotations.NullMarked;
