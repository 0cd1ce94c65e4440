package dev.edaworkshop.lab5.api;

/** A body that is larger than any product. */
final class BodyTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException(int bytes, int mostBytes) {
        super("The body has %d bytes; a product has at most %d".formatted(bytes, mostBytes));
    }
}
