/** DynamoDB Local in process: started in about a second, without a port, and without its libraries on our class path. */
@NullMarked
package dev.edaworkshop.dynamodblocal;

import org.jspecify.annotations.NullMarked;
