package dev.edaworkshop.localcloud.wire;

/**
 * An error as AWS answers it.
 *
 * <p>{@link #queryCode()} differs from {@link #code()} for SQS only, whose JSON and Query protocols spell codes
 * differently; SDKs report the former when it is there.
 */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String queryCode;

    public AwsException(int status, String code, String message) {
        this(status, code, code, message);
    }

    public AwsException(int status, String code, String queryCode, String message) {
        super(message);
        this.status = status;
        this.code = code;
        this.queryCode = queryCode;
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

    /** The message; never null, unlike {@link #getMessage()} by its type. */
    public String message() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
