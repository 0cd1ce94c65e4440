package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body in AWS's own chunks, each with its length and perhaps a signature, and a checksum behind the last one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Chunked upload</a>
 */
final class ChunkedBody {
    private ChunkedBody() {}

    /** Whether a request's {@code x-amz-content-sha256} announces chunks. */
    static boolean isAnnouncedBy(String contentSha256) {
        return contentSha256.startsWith("STREAMING-");
    }

    /** @throws AwsException if the chunks are broken */
    static byte[] decode(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream(body.length);
        int position = 0;
        while (true) {
            int end = lineEnd(body, position);
            int length = length(new String(body, position, end - position, StandardCharsets.US_ASCII));
            position = end + 2;
            if (length == 0) {
                return content.toByteArray();
            }
            if (position + length > body.length) {
                throw incomplete();
            }
            content.write(body, position, length);
            position += length + 2;
        }
    }

    private static int lineEnd(byte[] body, int from) {
        for (int i = from; i + 1 < body.length; i++) {
            if (body[i] == '\r' && body[i + 1] == '\n') {
                return i;
            }
        }
        throw incomplete();
    }

    private static int length(String header) {
        int semicolon = header.indexOf(';');
        try {
            return Integer.parseInt(semicolon < 0 ? header : header.substring(0, semicolon), 16);
        } catch (NumberFormatException e) {
            throw incomplete();
        }
    }

    private static AwsException incomplete() {
        return new AwsException(
                400,
                "IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }
}
