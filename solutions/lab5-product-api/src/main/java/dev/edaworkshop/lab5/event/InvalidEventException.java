package dev.edaworkshop.lab5.event;

import com.fasterxml.jackson.core.JsonProcessingException;

/** A text that is not an event of the shop. */
public final class InvalidEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    InvalidEventException(String text, JsonProcessingException cause) {
        super("not an event of the shop (%s): %s".formatted(reason(cause), beginning(text)), cause);
    }

    private static String reason(JsonProcessingException cause) {
        // Our own checks are the cause of Jackson's exception, and say it better.
        return cause.getCause() instanceof IllegalArgumentException missing
                ? String.valueOf(missing.getMessage())
                : cause.getOriginalMessage();
    }

    private static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
