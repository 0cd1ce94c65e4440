package dev.edaworkshop.lab3.given;

/** Something arrived that its receiver cannot read; the message says what is missing. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidEventException(String message) {
        super(message);
    }
}
