package dev.edaworkshop.localcloud.s3;

import dev.edaworkshop.localcloud.wire.AwsException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of an object, as the header {@code Range} asks for: {@code bytes=0-99}, {@code bytes=100-}, {@code bytes=-5}. */
record ByteRange(byte[] whole, int first, int last) {
    private static final Pattern HEADER = Pattern.compile("bytes=(\\d*)-(\\d*)");

    static ByteRange parse(String header, byte[] whole) {
        Matcher range = HEADER.matcher(header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return new ByteRange(whole, 0, whole.length - 1);
        }
        int first;
        int last = whole.length - 1;
        if (range.group(1).isEmpty()) {
            first = Math.max(0, whole.length - Integer.parseInt(range.group(2)));
        } else {
            first = Integer.parseInt(range.group(1));
            last = range.group(2).isEmpty() ? last : Math.min(last, Integer.parseInt(range.group(2)));
        }
        if (first > last) {
            throw new AwsException(416, "InvalidRange", "The requested range is not satisfiable");
        }
        return new ByteRange(whole, first, last);
    }

    byte[] bytes() {
        return Arrays.copyOfRange(whole, first, last + 1);
    }

    String header() {
        return "bytes " + first + "-" + last + "/" + whole.length;
    }
}
