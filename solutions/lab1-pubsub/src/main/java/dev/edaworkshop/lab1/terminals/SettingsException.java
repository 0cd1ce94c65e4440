package dev.edaworkshop.lab1.terminals;

/** The program was told something it cannot work with; the message says what, and what to do instead. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }
}
