package dev.edaworkshop.localcloud.cloudformation;

/** A property of a resource is missing or does not have the form its deployer needs. */
public final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidPropertyException(String property, String problem) {
        super("Property " + property + " " + problem);
    }
}
