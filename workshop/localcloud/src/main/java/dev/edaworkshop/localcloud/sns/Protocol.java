package dev.edaworkshop.localcloud.sns;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways in which a topic reaches a subscriber.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-event-destinations.html">Event destinations</a>
 */
public enum Protocol {
    SQS("sqs"),
    LAMBDA("lambda"),
    HTTP("http"),
    HTTPS("https"),
    EMAIL("email"),
    EMAIL_JSON("email-json"),
    SMS("sms");

    private static final Set<String> ONLY_IN_AWS = Set.of("application", "firehose");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final Pattern E_MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    /** E.164. */
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[1-9]\\d{6,14}");

    private final String wireName;

    Protocol(String wireName) {
        this.wireName = wireName;
    }

    /** @throws dev.edaworkshop.localcloud.wire.AwsException {@code InvalidParameter} if AWS or the local cloud has none of this name */
    static Protocol named(String wireName) {
        if (ONLY_IN_AWS.contains(wireName)) {
            throw SnsErrors.unsupported("the protocol " + wireName);
        }
        return Stream.of(values())
                .filter(protocol -> protocol.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        SnsErrors.invalidParameter("Amazon SNS does not support this protocol string: " + wireName));
    }

    /** As AWS writes it. */
    public String wireName() {
        return wireName;
    }

    /** Whether nothing is delivered until the subscriber has agreed. */
    boolean needsConfirmation() {
        return switch (this) {
            case HTTP, HTTPS, EMAIL, EMAIL_JSON -> true;
            case SQS, LAMBDA, SMS -> false;
        };
    }

    /** Whether the message can come without an envelope. */
    boolean canBeRaw() {
        return this == SQS || this == HTTP || this == HTTPS;
    }

    /** Refuses an endpoint of another form; that it exists is not asked. */
    void checkEndpoint(String endpoint) {
        switch (this) {
            case SQS -> require(endpoint.startsWith("arn:aws:sqs:"), "SQS endpoint ARN");
            case LAMBDA -> require(endpoint.startsWith("arn:aws:lambda:"), "Lambda endpoint ARN");
            case HTTP, HTTPS -> checkUrl(endpoint);
            case EMAIL, EMAIL_JSON -> require(E_MAIL.matcher(endpoint).matches(), "Email address");
            case SMS -> require(isPhoneNumber(endpoint), "Invalid SMS endpoint: " + endpoint);
        }
    }

    static boolean isPhoneNumber(String text) {
        return PHONE_NUMBER.matcher(text).matches();
    }

    private void checkUrl(String endpoint) {
        require(endpoint.startsWith(wireName + "://"), "Endpoint must match the specified protocol");
        String host = host(endpoint).orElseThrow(() -> SnsErrors.invalidParameter("Unreachable Endpoint"));
        if (!LOOPBACK.contains(host)) {
            throw SnsErrors.unsupported(
                    "the host %s of an endpoint; it delivers to 127.0.0.1 and localhost only, so the endpoint %s"
                            .formatted(host, endpoint));
        }
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw SnsErrors.invalidParameter(otherwise);
        }
    }
}
