package dev.edaworkshop.lab5.terminals;

/** What a program in a terminal is told from outside. */
final class Environment {

    /** Ends the program with a sentence that says how to start it when the variable is missing. */
    static String require(String variable, String command) {
        String value = System.getenv(variable);
        if (value == null || value.isBlank()) {
            System.err.printf("%s is not set. Start this program with: %s%n", variable, command);
            System.exit(2);
        }
        return value;
    }

    private Environment() {}
}
