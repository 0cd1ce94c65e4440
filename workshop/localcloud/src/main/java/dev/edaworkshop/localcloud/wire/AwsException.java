package dev.edaworkshop.localcloud.wire;

import java.util.Map;
import java.util.TreeMap;

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
    private final transient Map<String, String> members;

    public AwsException(int status, String code, String message) {
        this(status, code, code, message);
    }

    public AwsException(int status, String code, String queryCode, String message) {
        this(status, code, queryCode, message, message);
    }

    public AwsException(int status, String code, String queryCode, String message, String queryMessage) {
        this(status, code, queryCode, message, queryMessage, Map.of());
    }

    private AwsException(
            int status,
            String code,
            String queryCode,
            String message,
            String queryMessage,
            Map<String, String> members) {
        super(message);
        this.status = status;
        this.code = code;
        this.queryCode = queryCode;
        this.queryMessage = queryMessage;
        this.members = members;
    }

    /** The same error with a further member in a JSON answer, such as Lambda's {@code Reason}. */
    public AwsException with(String member, String value) {
        Map<String, String> more = new TreeMap<>(members);
        more.put(member, value);
        return new AwsException(status, code, queryCode, message(), queryMessage, more);
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

    /** What a JSON answer says besides code and message. */
    public Map<String, String> members() {
        return members;
    }

    /** The message; never null, unlike {@link #getMessage()} by its type. */
    public String message() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
