package dev.edaworkshop.localcloud.wire;

/**
 * An error as AWS answers it.
 *
 * <p>{@link #queryCode()} differs from {@link #code()} for SQS only, whose JSON and Query protocols spell codes
 * differently; SDKs report the former when it is there. {@link #queryMessage()} differs for one SQS error.
 */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String queryCode;
    private final String queryMessage;

    public AwsException(int status, String code, String message) {
        this(status, code, code, message);
    }

    public AwsException(int status, String code, String queryCode, String message) {
        this(status, code, queryCode, message, message);
    }

    public AwsException(int status, String code, String queryCode, String message, String queryMessage) {
        super(message);
        this.status = status;
        this.code = code;
        this.queryCode = queryCode;
        this.queryMessage = queryMessage;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String queryCode() {
        return queryCode;
    }

    public String queryMessage() {
        return queryMessage;
    }

    /** The message; never null, unlike {@link #getMessage()} by its type. */
    public String message() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
