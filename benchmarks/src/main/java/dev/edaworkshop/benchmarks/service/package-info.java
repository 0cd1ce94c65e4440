/** How fast lab 5's service is as a whole, deployed to the local cloud. */
@NullMarked
package dev.edaworkshop.benchmarks.service;

import org.jspecify.annotations.NullMarked;
