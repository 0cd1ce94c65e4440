/** S3: buckets and objects, as much as assets and imports of files need. */
@NullMarked
package dev.edaworkshop.localcloud.s3;

import org.jspecify.annotations.NullMarked;
