package dev.edaworkshop.localcloud.cloudformation;

/** CloudFormation refuses a request; the message is AWS's wherever AWS has one for the case. */
public class CloudFormationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    CloudFormationException(String code, String message) {
        super(message);
        this.code = code;
    }

    static CloudFormationException validationError(String message) {
        return new CloudFormationException("ValidationError", message);
    }

    /** AWS's error code, such as {@code ValidationError}. */
    public String code() {
        return code;
    }

    /** The message; never null, unlike {@link #getMessage()} by its type. */
    public String message() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
