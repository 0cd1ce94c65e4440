package dev.edaworkshop.localcloud.lambda;

/** A fault that is switched on; closing it switches it off. */
public interface Fault extends AutoCloseable {
    @Override
    void close();
}
