package dev.edaworkshop.lab4.given;

/** What came in is not an event of the shop. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    InvalidEventException(String text, String reason) {
        super("not an event of the shop (%s): %s".formatted(reason, beginning(text)));
    }

    private static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
