/**
 * What code of the labs costs by itself, measured with JMH: {@code ./lab bench}. Start at {@code BenchProgram}. A benchmark lies in
 * the package of what it measures, opens with its {@link dev.edaworkshop.benchmarks.micro.Question} and has a rival.
 */
@NullMarked
package dev.edaworkshop.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
