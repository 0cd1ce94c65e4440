package dev.edaworkshop.localcloud.http;

import io.helidon.http.encoding.ContentDecoder;
import io.helidon.http.encoding.ContentEncoder;
import io.helidon.http.encoding.ContentEncoding;
import java.util.Set;

/**
 * Lets bodies with {@code Content-Encoding: aws-chunked} through as they are; without it the server refuses an encoding
 * that it does not know. S3 takes the chunks apart itself.
 */
final class AwsChunkedEncoding implements ContentEncoding {
    @Override
    public Set<String> ids() {
        return Set.of("aws-chunked");
    }

    @Override
    public boolean supportsEncoding() {
        return false;
    }

    @Override
    public boolean supportsDecoding() {
        return true;
    }

    @Override
    public ContentDecoder decoder() {
        return ContentDecoder.NO_OP;
    }

    @Override
    public ContentEncoder encoder() {
        return ContentEncoder.NO_OP;
    }

    @Override
    public String name() {
        return "aws-chunked";
    }

    @Override
    public String type() {
        return "aws-chunked";
    }
}
