/** What a lab's checks use: mark a class with {@link dev.edaworkshop.testkit.Exercise}, take a {@link dev.edaworkshop.testkit.DeployedLab}. */
@NullMarked
package dev.edaworkshop.testkit;

import org.jspecify.annotations.NullMarked;
