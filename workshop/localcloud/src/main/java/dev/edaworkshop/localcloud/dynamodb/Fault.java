package dev.edaworkshop.localcloud.dynamodb;

/** A table answers with an error; closing it puts the table right. */
public interface Fault extends AutoCloseable {
    @Override
    void close();
}
