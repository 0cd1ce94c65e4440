/** Where products are kept: adapters for the domain's port, one for DynamoDB, one for SQL. */
@NullMarked
package dev.edaworkshop.lab5.storage;

import org.jspecify.annotations.NullMarked;
