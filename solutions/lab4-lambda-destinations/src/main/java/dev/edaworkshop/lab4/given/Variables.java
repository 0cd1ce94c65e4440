package dev.edaworkshop.lab4.given;

/** What a function is told by its stack. */
public final class Variables {

    /** @throws IllegalStateException naming the variable that the stack forgot */
    public static String require(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The variable %s is not set; infra/ says what a function is told".formatted(name));
        }
        return value;
    }

    private Variables() {}
}
