package dev.edaworkshop.lab5.pipeline;

/** A stream record that is not about a product of ours: somebody wrote something else into the table. */
public final class InvalidRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidRecordException(String sequenceNumber, String why) {
        super("Stream record %s is not a change of a product: %s".formatted(sequenceNumber, why));
    }
}
