/** What runs on DynamoDB Local's own class path. */
@NullMarked
package dev.edaworkshop.dynamodblocal.engine;

import org.jspecify.annotations.NullMarked;
