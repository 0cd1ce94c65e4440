/** A load program for any emulator of AWS: the AWS SDK as client, an endpoint as argument. */
@NullMarked
package dev.edaworkshop.benchmarks.load;

import org.jspecify.annotations.NullMarked;
