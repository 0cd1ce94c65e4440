package dev.edaworkshop.localcloud.sqs;

import dev.edaworkshop.localcloud.delivery.Delivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The MD5 digests with which clients check what arrived.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation">Calculating the MD5 message digest for message attributes</a>
 */
final class MessageDigests {
    private static final byte TEXT = 1;
    private static final byte BINARY = 2;

    private MessageDigests() {}

    static String ofBody(String body) {
        return HexFormat.of().formatHex(md5().digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** The deduplication id of a message that stands for itself. */
    static String sha256(String body) {
        return HexFormat.of().formatHex(digest("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** In the order of the names: each name, type, kind of value, value, with lengths where they vary. */
    static String ofAttributes(Map<String, Delivery.Attribute> attributes) {
        MessageDigest md5 = md5();
        new TreeMap<>(attributes).forEach((name, attribute) -> {
            addWithLength(md5, name.getBytes(StandardCharsets.UTF_8));
            addWithLength(md5, attribute.type().getBytes(StandardCharsets.UTF_8));
            if (attribute.isBinary()) {
                md5.update(BINARY);
                addWithLength(md5, Base64.getDecoder().decode(attribute.value()));
            } else {
                md5.update(TEXT);
                addWithLength(md5, attribute.value().getBytes(StandardCharsets.UTF_8));
            }
        });
        return HexFormat.of().formatHex(md5.digest());
    }

    private static void addWithLength(MessageDigest md5, byte[] bytes) {
        md5.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        md5.update(bytes);
    }

    private static MessageDigest md5() {
        return digest("MD5");
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm, e);
        }
    }
}
